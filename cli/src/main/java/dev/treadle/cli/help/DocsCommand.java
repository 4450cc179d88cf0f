package dev.treadle.cli.help;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.error.DidYouMean;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.ErrorKind;
import dev.treadle.error.ProblemCode;
import dev.treadle.error.TreadleException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "docs",
    header = "Explain the code of an error.",
    description = "Without a code all are listed.",
    footer = {
      "",
      "Examples:",
      "  treadle docs RUN-201",
      "  treadle docs",
      "  treadle docs -o json STEP-104"
    })
public final class DocsCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "CODE", description = "as printed, such as RUN-201")
  @Nullable
  String code;

  public DocsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (code == null) {
      session.out().list(ErrorCodes.LISTING, ErrorCodes.ALL, null);
      return 0;
    }
    ProblemCode found = find(code.toUpperCase(Locale.ROOT));
    session
        .out()
        .document(
            "Problem",
            ErrorCodes.fields(found),
            found.code(),
            look -> new Page(look)
                .text(Text.of(found.code(), Style.BOLD), Text.of("   " + whose(found.kind())))
                .text(Text.of("  " + found.explanation()))
                .text(Text.of("  A command that ends with it exits with " + found.exitCode() + "."))
                .lines());
    return 0;
  }

  private static ProblemCode find(String text) {
    List<String> known = ErrorCodes.ALL.stream().map(ProblemCode::code).toList();
    return ErrorCodes.ALL.stream()
        .filter(each -> each.code().equals(text))
        .findFirst()
        .orElseThrow(() -> new TreadleException(
            CliProblem.UNKNOWN_TOPIC,
            "There is no error code '" + text + "'" + DidYouMean.line(text, known)
                + "\nsee: treadle docs, which lists all; treadle help, which explains commands"));
  }

  private static String whose(ErrorKind kind) {
    return switch (kind) {
      case USER -> "for the author of the pipeline or the command to mend";
      case CONFIGURATION -> "for the configuration to mend";
      case EXTERNAL -> "from outside: a disk, a database, a service; it may pass";
      case INTERNAL -> "a bug in Treadle";
    };
  }
}
