package dev.treadle.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** The lines that show one thing: a title, named facts, tables. On a screen what is too long for a line is wrapped. */
public final class Page {
  private static final int NAME_WIDTH = 9;
  private static final String INDENT = "  ";

  private final Look look;
  private final List<String> lines = new ArrayList<>();

  public Page(Look look) {
    this.look = look;
  }

  public Look look() {
    return look;
  }

  /** A line that goes on below, indented, where it is too long. */
  public Page text(Text... parts) {
    lines.addAll(look.wrapped(INDENT, parts));
    return this;
  }

  /** A line as it is, cut where the screen ends. */
  public Page line(Text text) {
    lines.add(look.interactive() ? look.fitted(text) : look.line(text));
    return this;
  }

  /** A name and its value; nothing when the value is empty. */
  public Page fact(String name, String value) {
    return fact(name, Text.of(value));
  }

  /** A name and its value in parts; nothing when they are empty. */
  public Page fact(String name, Text... value) {
    if (Text.widthOf(value) > 0) {
      row(NAME_WIDTH, Style.DIM, name, value);
    }
    return this;
  }

  /** Two columns, the first as wide as is said; what is too long for the second goes on below in it. */
  public Page row(int width, String first, String second) {
    row(width, Style.PLAIN, first, Text.of(second));
    return this;
  }

  private void row(int width, Style style, String first, Text... second) {
    String head = INDENT + first + " ".repeat(Math.max(1, width - first.length()));
    lines.addAll(look.wrapped(" ".repeat(head.length()), Text.join(Text.of(head, style), second)));
  }

  /** A line below a fact, under its value. */
  public Page more(Text text) {
    String indent = " ".repeat(INDENT.length() + NAME_WIDTH);
    lines.addAll(look.wrapped(indent + INDENT, Text.of(indent), text));
    return this;
  }

  public Page table(TextTable table) {
    lines.addAll(table.lines(look));
    return this;
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }
}
