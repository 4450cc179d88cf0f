package dev.treadle.artifact;

import dev.treadle.spi.ObjectDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Digests as text with their algorithm before them. */
final class Digests {
  private static final String PREFIX = "sha256:";
  private static final Pattern TEXT = Pattern.compile("sha256:[0-9a-f]{64}");

  private Digests() {}

  static String of(byte[] bytes) {
    return PREFIX + ObjectDigest.of(bytes).sha256();
  }

  /** The digest of the raw bytes of digests, one after the other. */
  static String ofDigests(List<String> hex) {
    var hash = ObjectDigest.newHash();
    hex.forEach(digest -> hash.update(HexFormat.of().parseHex(digest)));
    return PREFIX + HexFormat.of().formatHex(hash.digest());
  }

  static String hex(String digest) {
    if (!TEXT.matcher(digest).matches()) {
      throw new IllegalArgumentException(
          "A digest is sha256: and 64 digits of lower-case hex, not '" + digest + "'");
    }
    return digest.substring(PREFIX.length());
  }
}
