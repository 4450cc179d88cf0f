package dev.treadle.cli.run;

import dev.treadle.api.run.Failure;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import java.util.regex.Pattern;

/** A step's exception with the user's frames; those of Treadle and the JDK are counted only. */
final class FailureText {
  private static final Pattern NOT_THE_USERS =
      Pattern.compile("at ([^/]+/)?(java|javax|jdk|sun|dev\\.treadle(?!\\.examples))\\..*");
  private static final int MOST_FRAMES = 12;

  private FailureText() {}

  static void print(String step, Failure failure, Page page) {
    String message = failure.message().isEmpty() ? "" : ": " + failure.message();
    page.fact("cause", Text.of(step + ": "), Text.of(failure.errorClass() + message, Style.BAD));
    int folded = 0;
    int shown = 0;
    for (String raw : failure.stackTrace().lines().skip(1).toList()) {
      String line = raw.strip();
      boolean isFrame = line.startsWith("at ");
      if (isFrame && (NOT_THE_USERS.matcher(line).matches() || shown >= MOST_FRAMES)) {
        folded++;
      } else if (isFrame || line.startsWith("Caused by:")) {
        shown++;
        page.more(Text.of(line));
      }
    }
    if (folded > 0) {
      page.more(Text.of("… " + folded + " more frames of treadle and the JDK", Style.DIM));
    }
  }
}
