package dev.treadle.cli.output;

import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.ErrorKind;
import dev.treadle.error.ProblemCode;
import dev.treadle.error.TreadleException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An error as people and programs read it. A message of several lines says in the first what happened; a line that begins
 * with {@code at}, {@code in}, {@code from} or {@code looked in} says where, one with {@code fix:}, {@code see:}, {@code add}
 * or {@code did you mean} what to do, and the others are single problems. Numbered problems have places and fixes of their own.
 */
public final class ErrorReport {
  private static final List<String> WHERE = List.of("at ", "in ", "from ", "looked in ");
  private static final List<String> FIX =
      List.of("fix:", "see:", "add ", "report:", "check with:", "did you mean");

  private static final List<String> COPIED =
      List.of("see:", "add ", "report:", "check with:", "at ", "in ");

  private static final String NUMBER = "\\d+\\) ";
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?= )");
  private static final Pattern NUMBERED = Pattern.compile(NUMBER + ".*");

  private final ProblemCode code;
  private final List<String> lines;

  private ErrorReport(ProblemCode code, List<String> lines) {
    this.code = code;
    this.lines = lines;
  }

  /** The report of anything thrown: what is not Treadle's own is a bug. */
  public static ErrorReport of(Throwable thrown) {
    if (thrown instanceof TreadleException known && known.code().kind() != ErrorKind.INTERNAL) {
      String message = known.getMessage();
      return new ErrorReport(
          known.code(),
          (message == null ? known.code().explanation() : message).lines().toList());
    }
    ProblemCode code = thrown instanceof TreadleException known ? known.code() : CoreProblem.BUG;
    List<String> lines = new ArrayList<>(
        String.valueOf(thrown instanceof TreadleException ? thrown.getMessage() : thrown)
            .lines()
            .toList());
    lines.add("this is a bug in treadle " + Version.current() + "; nothing was changed");
    lines.add("report: treadle doctor --bundle bug.zip (no parameters, secrets or data inside)");
    lines.add("see: the stack trace, with --debug");
    return new ErrorReport(code, lines);
  }

  public int exitCode() {
    return code.exitCode();
  }

  /** {@code error[RUN-201]: …} and the other lines indented. */
  public List<String> lines(Look look) {
    String title = code.kind() == ErrorKind.INTERNAL ? "internal error[" : "error[";
    List<String> text = new ArrayList<>();
    Text[] message = BETWEEN_WORDS.splitAsStream(lines.get(0)).map(Text::of).toArray(Text[]::new);
    text.addAll(look.wrapped(
        "  ", Text.join(Text.of(title + code.code() + "]: ", Style.BAD), message)));
    remarks().forEach(line -> text.addAll(indented(line, look)));
    lines.stream()
        .dropWhile(line -> !isNumbered(line))
        .forEach(line -> text.addAll(line.isBlank() ? List.of("") : indented(line, look)));
    return text;
  }

  /** What may be copied into a shell stays one line. */
  private static List<String> indented(String line, Look look) {
    Text text = Text.of("  " + line);
    String words = line.strip();
    return begins(words, COPIED) || words.startsWith("fix: treadle ")
        ? List.of(look.line(text))
        : look.wrapped(" ".repeat(line.length() - words.length() + 4), text);
  }

  /** The document for {@code -o json} and the like. */
  public String document(OutputFormat format) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code.code());
    error.put("message", Json.text(lines.get(0)));
    error.put("where", Json.orNull(beginningWith(WHERE)));
    error.put("fix", Json.orNull(beginningWith(FIX)));
    error.put(
        "problems",
        Stream.concat(
                remarks().filter(line -> !begins(line, WHERE) && !begins(line, FIX)), numbered())
            .toList());
    Map<String, Object> fields = Map.of("error", error);
    return switch (format) {
      case YAML -> Yaml.document("Error", fields).stripTrailing();
      case NDJSON -> Json.line("Error", fields);
      default -> Json.document("Error", fields);
    };
  }

  private String beginningWith(List<String> words) {
    return remarks().filter(line -> begins(line, words)).collect(Collectors.joining("\n"));
  }

  /** What the message says of itself after its title, before any numbered problem. */
  private Stream<String> remarks() {
    return lines.stream()
        .skip(1)
        .map(String::strip)
        .takeWhile(line -> !isNumbered(line))
        .filter(line -> !line.isEmpty());
  }

  /** The numbered problems, each with its places and its fix. */
  private Stream<String> numbered() {
    String text = lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .dropWhile(line -> !isNumbered(line))
        .collect(Collectors.joining("\n"));
    return text.isEmpty() ? Stream.empty() : Stream.of(text.split("\n(?=" + NUMBER + ")", -1));
  }

  private static boolean isNumbered(String line) {
    return NUMBERED.matcher(line).matches();
  }

  private static boolean begins(String line, List<String> words) {
    return words.stream().anyMatch(line::startsWith);
  }
}
