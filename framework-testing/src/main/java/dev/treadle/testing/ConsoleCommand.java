package dev.treadle.testing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command of a document. */
record ConsoleCommand(List<String> arguments, int exitCode) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\./)?treadle (?<arguments>.*?)(?:\\s+#\\s*(?:exit (?<exit>\\d+))?.*)?");
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

  /**
   * Reads the command as a shell would, comment and quotes included.
   *
   * @throws AssertionError when it is not a call of treadle
   */
  static ConsoleCommand parse(String text) {
    Matcher command = FORM.matcher(text);
    if (!command.matches()) {
      throw new AssertionError(
          "A session calls treadle or ./treadle and nothing else, not: " + text);
    }
    List<String> words = WORD.matcher(command.group("arguments"))
        .results()
        .map(word -> QUOTED.matcher(word.group()).replaceAll("$1$2"))
        .toList();
    String exit = command.group("exit");
    return new ConsoleCommand(words, exit == null ? 0 : Integer.parseInt(exit));
  }

  @Override
  public String toString() {
    return "treadle " + String.join(" ", arguments);
  }
}
