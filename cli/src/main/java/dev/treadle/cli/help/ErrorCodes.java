package dev.treadle.cli.help;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.output.Column;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Listing;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.ProblemCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The codes of errors; apart from the command, which every call of treadle loads. */
final class ErrorCodes {
  /** All codes that this distribution may print, in their order. */
  static final List<ProblemCode> ALL = Stream.<ProblemCode>concat(
          Arrays.stream(CoreProblem.values()), Arrays.stream(CliProblem.values()))
      .sorted(Comparator.comparing(ProblemCode::code))
      .toList();

  static final Listing<ProblemCode> LISTING = new Listing<>(
      "Problem",
      List.of(
          new Column<>("CODE", (code, look) -> Text.of(code.code(), Style.BOLD)),
          new Column<>("EXIT", (code, look) -> Text.of(code.exitCode())),
          new Column<>("MEANING", (code, look) -> Text.of(code.explanation()), Column.Room.CUT)),
      ProblemCode::code,
      ErrorCodes::fields);

  private ErrorCodes() {}

  static Map<String, Object> fields(ProblemCode code) {
    return new Fields()
        .with("code", code.code())
        .with("errorKind", code.kind().name().toLowerCase(Locale.ROOT))
        .with("exitCode", code.exitCode())
        .with("explanation", code.explanation())
        .map();
  }
}
