package dev.treadle.metadata.hibernate;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.DataUtils;

/** Keys and values with a checksum at the end, as H2 keeps them in the header of its file and in the footers of chunks. */
final class CheckedLine {
  private static final String SUM = "fletcher";

  private CheckedLine() {}

  /** The line of values, without a checksum of their own; ends with a line feed. */
  static byte[] of(Map<String, String> values) {
    HashMap<String, String> plain = new HashMap<>(values);
    plain.remove(SUM);
    StringBuilder text = DataUtils.appendMap(new StringBuilder(), plain);
    byte[] summed = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    DataUtils.appendMap(text, SUM, DataUtils.getFletcher32(summed, 0, summed.length));
    return text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The values of a line, if there is one and its checksum is right. */
  static Optional<Map<String, String>> parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    String line = (end < 0 ? text : text.substring(0, end)).trim();
    int summed = line.lastIndexOf("," + SUM + ":");
    try {
      Map<String, String> values = DataUtils.parseMap(line);
      int sum = DataUtils.getFletcher32(
          line.getBytes(StandardCharsets.ISO_8859_1), 0, Math.max(summed, 0));
      return summed > 0 && Integer.toHexString(sum).equals(values.get(SUM))
          ? Optional.of(values)
          : Optional.empty();
    } catch (RuntimeException notALine) {
      return Optional.empty();
    }
  }
}
