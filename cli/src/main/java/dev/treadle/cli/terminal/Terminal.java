package dev.treadle.cli.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher found out about the three streams. Java cannot: {@code System.console()} tells neither which stream
 * is redirected nor the width.
 *
 * @param width columns of a line, meaningful on a terminal only
 * @param height lines of the screen
 * @param unicode whether glyphs beyond ASCII arrive
 */
public record Terminal(
    boolean stdout, boolean stderr, boolean stdin, int width, int height, boolean unicode) {
  private static final int DEFAULT_WIDTH = 80;
  private static final int DEFAULT_HEIGHT = 24;

  public static Terminal from(Properties facts) {
    String charset = facts.getProperty("treadle.terminal.charset", "");
    return new Terminal(
        Boolean.parseBoolean(facts.getProperty("treadle.terminal.stdout")),
        Boolean.parseBoolean(facts.getProperty("treadle.terminal.stderr")),
        Boolean.parseBoolean(facts.getProperty("treadle.terminal.stdin")),
        positive(facts.getProperty("treadle.terminal.width"), DEFAULT_WIDTH),
        positive(facts.getProperty("treadle.terminal.height"), DEFAULT_HEIGHT),
        charset.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8"));
  }

  /** Whether output on a stream is coloured. */
  public boolean colours(ColourMode mode, boolean terminal, Map<String, String> environment) {
    return switch (mode) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
          yield false;
        }
        String force = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!force.isEmpty() && !force.equals("0")) {
          yield true;
        }
        yield terminal
            && !environment.getOrDefault("CLICOLOR", "1").equals("0")
            && !environment.getOrDefault("TERM", "").equals("dumb");
      }
    };
  }

  private static int positive(@Nullable String text, int otherwise) {
    if (text == null || !text.matches("[1-9][0-9]{0,4}")) {
      return otherwise;
    }
    return Integer.parseInt(text);
  }
}
