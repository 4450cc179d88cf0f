package dev.treadle.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a step's log. Written as time, level, source and message with tabs between; tabs, line ends and backslashes in
 * the message are escaped, so that one entry is one line.
 *
 * @param source the logger's name, or {@code stdout} or {@code stderr}
 */
public record LogLine(Instant at, LogLevel level, String source, String message) {

  /** The line without its end. */
  public String format() {
    return at + "\t" + level + "\t" + escape(source) + "\t" + escape(message);
  }

  /** Reads a formatted line; empty when it is not one. */
  public static Optional<LogLine> parse(String line) {
    String[] parts = line.split("\t", 4);
    if (parts.length != 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LogLine(
          Instant.parse(parts[0]),
          LogLevel.valueOf(parts[1]),
          unescape(parts[2]),
          unescape(parts[3])));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\r", "\\r")
        .replace("\n", "\\n");
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      plain.append(
          switch (escaped) {
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'n' -> '\n';
            default -> escaped;
          });
    }
    return plain.toString();
  }
}
