package dev.treadle.spi;

import dev.treadle.error.UnsafePathException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The rules for every relative path that comes from outside: it cannot leave its folder, on any platform.
 *
 * <p>At most 900 bytes of UTF-8, parts of 1 to 255 bytes between single slashes, no {@code .} or {@code ..} as a part, no
 * slash at either end, no backslash, no control character. Text is compared byte for byte, without normalization.
 *
 * @since 0.1
 */
public final class SafePath {
  private static final int MAX_BYTES = 900;
  private static final int MAX_PART_BYTES = 255;

  private SafePath() {}

  /**
   * Returns the path if the rules allow it.
   *
   * @throws UnsafePathException with the rule that it breaks
   */
  public static String check(String path) {
    if (path.isEmpty()) {
      throw new UnsafePathException(path, "it is empty");
    }
    if (bytes(path, path) > MAX_BYTES) {
      throw new UnsafePathException(path, "it is longer than " + MAX_BYTES + " bytes");
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (Character.isISOControl(c)) {
        throw new UnsafePathException(path, "it has a control character at " + i);
      }
      if (c == '\\') {
        throw new UnsafePathException(path, "it has a backslash; separate parts by /");
      }
    }
    for (var part : path.split("/", -1)) {
      checkPart(path, part);
    }
    return path;
  }

  /**
   * The path below a folder of the default file system. Links in that folder are not looked at.
   *
   * @throws UnsafePathException when the rules or the platform do not allow the path
   */
  public static Path resolve(Path folder, String path) {
    check(path);
    try {
      return folder.resolve(path);
    } catch (InvalidPathException e) {
      throw new UnsafePathException(
          path,
          "this platform has no such file names ("
              + e.getReason()
              + "); on Linux start Java with LC_ALL=C.UTF-8");
    }
  }

  private static void checkPart(String path, String part) {
    if (part.isEmpty()) {
      throw new UnsafePathException(path, "it begins or ends with / or has two of them in a row");
    }
    if (part.equals(".") || part.equals("..")) {
      throw new UnsafePathException(path, "it has the part " + part);
    }
    if (part.length() * 3 > MAX_PART_BYTES && bytes(path, part) > MAX_PART_BYTES) {
      throw new UnsafePathException(path, "a part is longer than " + MAX_PART_BYTES + " bytes");
    }
  }

  private static int bytes(String path, String text) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)).remaining();
    } catch (CharacterCodingException e) {
      throw new UnsafePathException(path, "it is not valid Unicode");
    }
  }
}
