package dev.treadle.error;

import java.util.Locale;

/**
 * A path is absolute, leaves its folder, or has a part that is not allowed.
 *
 * @since 0.1
 */
public final class UnsafePathException extends TreadleException {
  private static final long serialVersionUID = 1L;

  /** Names the path, with control characters made visible, and the reason. */
  public UnsafePathException(String path, String reason) {
    super(CoreProblem.ART_PATH, "Path '" + printable(path) + "' is not allowed: " + reason);
  }

  /** Control characters in a hostile name must not reach a terminal or a log. */
  private static String printable(String path) {
    var shown = new StringBuilder();
    path.codePoints().limit(100).forEach(c -> {
      if (Character.isISOControl(c)) {
        shown.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        shown.appendCodePoint(c);
      }
    });
    return path.length() > 100 ? shown + "…" : shown.toString();
  }
}
