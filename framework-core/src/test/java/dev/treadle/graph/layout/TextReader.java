package dev.treadle.graph.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a drawing as a person does: follows the lines from the right end of each box to arrow heads. */
final class TextReader {
  private static final Pattern BOX = Pattern.compile("(?<![─\\w-])[a-z][\\w-]*");
  private static final String LEFTWARD = "─┐┘┬┴┤┼";
  private static final String RIGHTWARD = "─┌└┬┴├┼";
  private static final String UPWARD = "│┘└┴├┤┼";
  private static final String DOWNWARD = "│┐┌┬├┤┼";

  private final List<String> lines;

  TextReader(List<String> lines) {
    this.lines = lines;
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String line : lines) {
      Matcher matcher = BOX.matcher(line);
      while (matcher.find()) {
        names.add(matcher.group());
      }
    }
    return names.stream().sorted().toList();
  }

  /** {@code from>to}, or {@code from>to:label} where letters are met on the way. */
  List<String> arrows() {
    List<String> arrows = new ArrayList<>();
    for (int y = 0; y < lines.size(); y++) {
      Matcher matcher = BOX.matcher(lines.get(y));
      while (matcher.find()) {
        // A branch has a question mark behind its name.
        int end = at(matcher.end(), y) == '?' ? matcher.end() + 1 : matcher.end();
        if (LEFTWARD.indexOf(at(end + 1, y)) >= 0) {
          Set<String> found = new TreeSet<>();
          follow(end + 1, y, 1, 0, "", found, new TreeSet<>());
          found.forEach(to -> arrows.add(matcher.group() + ">" + to));
        }
      }
    }
    return arrows.stream().sorted().toList();
  }

  private void follow(
      int x, int y, int dx, int dy, String label, Set<String> found, Set<String> seen) {
    char here = at(x, y);
    if (!seen.add(x + " " + y + " " + dx + " " + dy)) {
      return;
    }
    if (here == '▶') {
      found.add(box(x + 2, y) + (label.isEmpty() ? "" : ":" + label));
    } else if (here == '▲') {
      found.add(box(x, y - 1) + (label.isEmpty() ? "" : ":" + label));
      if (dx != 0 && "─▲┘┴".indexOf(at(x + 1, y)) >= 0) {
        follow(x + 1, y, 1, 0, label, found, seen);
      }
    } else if (Character.isLetter(here)) {
      follow(x + 1, y, dx, dy, label + here, found, seen);
    } else if (here == '│' && dx != 0) {
      // An upright line passes over ours.
      follow(x + dx, y, dx, 0, label, found, seen);
    } else {
      if (dx <= 0 && LEFTWARD.indexOf(here) >= 0) {
        follow(x - 1, y, -1, 0, "", found, seen);
      }
      if (dx >= 0 && RIGHTWARD.indexOf(here) >= 0) {
        follow(x + 1, y, 1, 0, label, found, seen);
      }
      if (dy <= 0 && UPWARD.indexOf(here) >= 0) {
        follow(x, y - 1, 0, -1, label, found, seen);
      }
      if (dy >= 0 && DOWNWARD.indexOf(here) >= 0) {
        follow(x, y + 1, 0, 1, "", found, seen);
      }
    }
  }

  /** The box that covers a place. */
  private String box(int x, int y) {
    Matcher matcher = BOX.matcher(lines.get(y));
    while (matcher.find()) {
      if (matcher.start() <= x && x < matcher.end()) {
        return matcher.group();
      }
    }
    throw new AssertionError("No box at " + x + ", " + y + " of\n" + String.join("\n", lines));
  }

  private char at(int x, int y) {
    return y >= 0 && y < lines.size() && x >= 0 && x < lines.get(y).length()
        ? lines.get(y).charAt(x)
        : ' ';
  }
}
