package dev.treadle.cli.run;

import dev.treadle.api.run.Failure;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A step's exception with the user's frames; those of Treadle and the JDK are counted only. */
final class FailureText {
  private static final Pattern NOT_THE_USERS =
      Pattern.compile("at ([^/]+/)?(java|javax|jdk|sun|dev\\.treadle(?!\\.examples))\\..*");
  private static final int MOST_FRAMES = 12;

  private FailureText() {}

  static List<String> lines(String step, Failure failure, Look look, String indent) {
    List<String> lines = new ArrayList<>();
    String message = failure.message().isEmpty() ? "" : ": " + failure.message();
    lines.add(look.line(
        Text.of(indent + "cause    ", Style.DIM),
        Text.of(step + ": "),
        Text.of(failure.errorClass() + message, Style.BAD)));
    String inner = indent + "         ";
    int folded = 0;
    int shown = 0;
    for (String raw : failure.stackTrace().lines().skip(1).toList()) {
      String line = raw.strip();
      boolean isFrame = line.startsWith("at ");
      if (isFrame && (NOT_THE_USERS.matcher(line).matches() || shown >= MOST_FRAMES)) {
        folded++;
      } else if (isFrame || line.startsWith("Caused by:")) {
        shown++;
        lines.add(look.line(Text.of(inner + line)));
      }
    }
    if (folded > 0) {
      lines.add(look.line(
          Text.of(inner + "… " + folded + " more frames of treadle and the JDK", Style.DIM)));
    }
    return lines;
  }
}
