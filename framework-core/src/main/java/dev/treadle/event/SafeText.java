package dev.treadle.event;

import java.util.Locale;

/**
 * Text that is safe to print: control characters, escape sequences and marks that reorder text are shown, not obeyed. Names,
 * messages and summaries come from user code and data.
 */
public final class SafeText {
  private SafeText() {}

  /** The text in one line with everything neutralised that a terminal would obey. */
  public static String neutralised(String text) {
    if (text.codePoints().noneMatch(SafeText::isObeyed)) {
      return text;
    }
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(c -> {
      if (!isObeyed(c)) {
        safe.appendCodePoint(c);
      } else if (c == '\n') {
        safe.append("\\n");
      } else if (c == '\t') {
        safe.append("\\t");
      } else {
        safe.append(String.format(Locale.ROOT, c < 0x100 ? "\\x%02x" : "\\u%04x", c));
      }
    });
    return safe.toString();
  }

  private static boolean isObeyed(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0xd800 && c <= 0xdfff);
  }
}
