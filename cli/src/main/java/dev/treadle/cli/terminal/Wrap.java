package dev.treadle.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks styled text into lines of a screen: between groups, which are divided by two blanks or more or by a dot, within a
 * group only where it is longer than a line, and within a word only where that is.
 */
final class Wrap {
  private static final Pattern GROUPS = Pattern.compile("(?<=\\S)(?= {2,}\\S| · )");
  private static final Pattern WORDS = Pattern.compile("(?<=\\S)(?= +\\S)");

  private final Look look;
  private final String indent;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int column;

  /** Lines after the first begin with the indent. */
  Wrap(Look look, String indent) {
    this.look = look;
    this.indent = indent.length() * 2 < look.width() ? indent : "";
  }

  List<String> lines(Text... parts) {
    for (Text part : parts) {
      Text shown = look.shown(part);
      for (String group : GROUPS.splitAsStream(shown.content()).toList()) {
        add(new Text(group, shown.style()));
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private void add(Text group) {
    if (group.width() <= left()) {
      append(group);
    } else if (new Text(group.content().strip(), group.style()).width() <= widest()) {
      next();
      append(new Text(group.content().stripLeading(), group.style()));
    } else {
      for (String word : WORDS.splitAsStream(group.content()).toList()) {
        addWord(new Text(word, group.style()));
      }
    }
  }

  private void addWord(Text word) {
    if (word.width() <= left()) {
      append(word);
      return;
    }
    String rest = word.content();
    if (CharacterWidth.of(rest.stripLeading()) <= widest() || left() <= 0) {
      next();
      rest = rest.stripLeading();
    }
    while (CharacterWidth.of(rest) > left()) {
      String fitting = CharacterWidth.fit(rest, left());
      append(new Text(fitting, word.style()));
      rest = rest.substring(fitting.length());
      next();
    }
    append(new Text(rest, word.style()));
  }

  private void append(Text text) {
    line.append(look.paint(text));
    column += text.width();
  }

  private void next() {
    lines.add(line.toString().stripTrailing());
    line.setLength(0);
    line.append(indent);
    column = indent.length();
  }

  private int left() {
    return look.width() - column;
  }

  private int widest() {
    return look.width() - indent.length();
  }
}
