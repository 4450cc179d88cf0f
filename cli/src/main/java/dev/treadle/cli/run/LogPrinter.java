package dev.treadle.cli.run;

import dev.treadle.api.run.StepRun;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.output.Sink;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.log.LogLevel;
import dev.treadle.log.LogLine;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints logs line by line, in columns. */
final class LogPrinter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Session session;
  private final Sink sink;
  private final boolean raw;
  private final int stepWidth;

  LogPrinter(Session session, List<StepRun> steps, boolean raw) {
    this.session = session;
    this.sink = session.out().sink();
    this.raw = raw;
    this.stepWidth = steps.stream()
        .filter(step -> step.attempts() > 0)
        .mapToInt(step -> Text.of(step.label()).width())
        .max()
        .orElse(0);
  }

  void document(List<LogEntry> entries) {
    session
        .out()
        .document(
            "LogLineList",
            new Fields()
                .with("items", entries.stream().map(LogEntry::fields).toList())
                .with("next", null)
                .map());
  }

  void print(LogEntry entry) {
    switch (session.format()) {
      case NDJSON, JSON, YAML -> sink.line(Json.line("LogLine", entry.fields()));
      case TSV -> tabs(entry);
      case TABLE, WIDE, NAME -> columns(entry);
    }
  }

  private void tabs(LogEntry entry) {
    LogLine line = entry.line();
    sink.line(
        raw
            ? Text.neutralised(line.message())
            : Stream.of(
                    entry.step(),
                    entry.attempt(),
                    line.at(),
                    line.level(),
                    line.source(),
                    line.message())
                .map(cell -> Text.neutralised(cell.toString()))
                .collect(Collectors.joining("\t")));
  }

  private void columns(LogEntry entry) {
    LogLine line = entry.line();
    Text step = Text.of(entry.step());
    String blanks = " ".repeat(Math.max(0, stepWidth - step.width()) + 2);
    for (String part : line.message().split("\n", -1)) {
      Text message = Text.of(part.replace("\t", "    "));
      sink.line(
          raw
              ? message.content()
              : session
                  .out()
                  .look()
                  .line(
                      Text.of(TIME.format(line.at()) + " ", Style.DIM),
                      Text.of(
                          String.format(Locale.ROOT, "%-5s", line.level()), style(line.level())),
                      Text.of("  "),
                      step,
                      Text.of(blanks),
                      message));
    }
  }

  private static Style style(LogLevel level) {
    return switch (level) {
      case TRACE, DEBUG -> Style.DIM;
      case INFO -> Style.PLAIN;
      case WARN -> Style.WARNING;
      case ERROR -> Style.BAD;
    };
  }
}
