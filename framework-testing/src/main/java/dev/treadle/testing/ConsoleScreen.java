package dev.treadle.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stays on a terminal after everything was drawn: lines that were written over are gone. */
final class ConsoleScreen {
  private static final Pattern UP_AND_ERASE = Pattern.compile("\u001b\\[(\\d+)A\r\u001b\\[J");

  private ConsoleScreen() {}

  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    Matcher redraw = UP_AND_ERASE.matcher(text);
    int from = 0;
    while (redraw.find()) {
      text.substring(from, redraw.start()).lines().forEach(lines::add);
      int up = Integer.parseInt(redraw.group(1));
      lines.subList(Math.max(0, lines.size() - up), lines.size()).clear();
      from = redraw.end();
    }
    text.substring(from).lines().forEach(lines::add);
    lines.replaceAll(String::stripTrailing);
    return lines;
  }
}
