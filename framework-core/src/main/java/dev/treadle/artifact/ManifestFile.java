package dev.treadle.artifact;

import dev.treadle.error.UnsafePathException;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.SafePath;
import java.util.Comparator;
import java.util.Set;

/**
 * A file of an artifact.
 *
 * @param name relative, with {@code /}
 * @param digest of its bytes
 */
public record ManifestFile(String name, ObjectDigest digest) {
  /** The order of names in manifests: by code point, which is that of UTF-8 and not that of {@code String}. */
  static final Comparator<String> BY_CODE_POINT = ManifestFile::compareCodePoints;

  // Signers of models leave these out, so that they would be part of an artifact that nobody
  // vouches for.
  private static final Set<String> UNSIGNED =
      Set.of(".git", ".gitignore", ".gitattributes", ".github");

  public ManifestFile {
    checkName(name);
  }

  static String checkName(String name) {
    SafePath.check(name);
    int slash = name.indexOf('/');
    var first = slash < 0 ? name : name.substring(0, slash);
    if (UNSIGNED.contains(first)) {
      throw new UnsafePathException(
          name, "signatures of artifacts leave " + first + " out; put it in a folder");
    }
    return name;
  }

  private static int compareCodePoints(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        // A surrogate stands for a code point above every char that is none.
        boolean aAbove = Character.isSurrogate(a.charAt(i));
        boolean bAbove = Character.isSurrogate(b.charAt(i));
        return aAbove == bAbove
            ? Character.compare(a.charAt(i), b.charAt(i))
            : Boolean.compare(aAbove, bAbove);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
