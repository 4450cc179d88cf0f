package dev.treadle.materialize;

import dev.treadle.materialize.type.ResolvedType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The parts of descriptions that materializers share. */
final class Described {

  /** Of {@link dev.treadle.spi.ValueDescription#preview}. */
  static final int MAX_PREVIEW = 256 << 10;

  static final int PREVIEW_ROWS = 100;

  private static final int LINE = 80;

  private Described() {}

  /** Name and type of each component; of anything but a record, nothing. */
  static List<Map<String, String>> columns(ResolvedType type) {
    return type.raw().isRecord()
        ? type.components().stream()
            .map(member -> Map.of("name", member.name(), "type", member.type().toString()))
            .toList()
        : List.of();
  }

  /** The beginning as one line. */
  static String line(byte[] utf8) {
    // Four bytes at most for a character, so this many hold the line.
    var head = new String(utf8, 0, Math.min(utf8.length, 4 * LINE), StandardCharsets.UTF_8);
    return line(head, utf8.length > 4 * LINE);
  }

  static String line(String text) {
    return line(text, false);
  }

  private static String line(String head, boolean isCut) {
    var line = head.lines().findFirst().orElse("").strip();
    if (line.codePointCount(0, line.length()) <= LINE) {
      return isCut ? line + "…" : line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LINE)) + "…";
  }
}
