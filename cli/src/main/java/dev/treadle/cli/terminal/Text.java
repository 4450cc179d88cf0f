package dev.treadle.cli.terminal;

import dev.treadle.event.SafeText;
import java.util.stream.Stream;

/**
 * One line of text that is safe to print: control characters, escape sequences and marks that reorder text are shown, not
 * obeyed. Names, messages and summaries come from user code and data, so everything printed goes through here.
 */
public record Text(String content, Style style) {
  public static final Text EMPTY = of("");
  public static final Text NONE = of("–");

  public Text {
    content = neutralised(content);
  }

  public static Text of(Object content) {
    return new Text(content.toString(), Style.PLAIN);
  }

  public static Text of(Object content, Style style) {
    return new Text(content.toString(), style);
  }

  public int width() {
    return CharacterWidth.of(content);
  }

  static int widthOf(Text... parts) {
    return Stream.of(parts).mapToInt(Text::width).sum();
  }

  public static Text[] join(Text first, Text... others) {
    return Stream.concat(Stream.of(first), Stream.of(others)).toArray(Text[]::new);
  }

  /** The text cut to so many columns, with an ellipsis when something is missing. */
  Text cut(int columns, String ellipsis) {
    return width() <= columns
        ? this
        : new Text(
            CharacterWidth.fit(content, Math.max(0, columns - ellipsis.length())) + ellipsis,
            style);
  }

  /** The text with everything neutralised that a terminal would obey. */
  public static String neutralised(String text) {
    return SafeText.neutralised(text);
  }
}
