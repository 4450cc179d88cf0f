package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.output.OutputFormat;
import dev.treadle.cli.output.Sink;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.TreadleException;
import dev.treadle.log.LogLevel;
import dev.treadle.log.LogLine;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.StepDetail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "logs",
    header = "Print what steps logged and printed.",
    footer = {
      "",
      "Examples:",
      "  treadle run logs @latest",
      "  treadle run logs 42 train --tail 20",
      "  treadle run logs @latest:failed --grep 'WARN|ERROR'"
    })
final class RunLogsCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Session session;

  @Parameters(index = "0", paramLabel = "RUN", description = "42, @latest, @-1, @latest:failed, …")
  String run = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "one step only")
  @Nullable
  String step;

  @Option(names = "--tail", paramLabel = "N", description = "the last lines of each step only")
  int tail = Integer.MAX_VALUE;

  @Option(
      names = "--grep",
      paramLabel = "RE",
      description = "lines in which the expression is found")
  @Nullable
  Pattern grep;

  @Option(names = "--attempt", paramLabel = "N", description = "one attempt; default: all")
  int attempt;

  RunLogsCommand(Session session) {
    this.session = session;
  }

  private record Line(String step, int attempt, LogLine entry) {
    Map<String, Object> fields() {
      return new Fields()
          .with("step", step)
          .with("attempt", attempt)
          .with("at", entry.at())
          .with("level", entry.level())
          .with("source", entry.source())
          .with("message", entry.message())
          .map();
    }
  }

  @Override
  public Integer call() {
    if (tail < 0) {
      throw new TreadleException(CliProblem.USAGE, "--tail is " + tail + ", give 0 or more");
    }
    try (ProjectStore store = session.store()) {
      RunReferences references = new RunReferences(store.queries());
      PipelineRun found = references.resolve(run);
      List<StepRun> steps =
          step == null ? store.queries().steps(found.id()) : references.steps(found, step);
      if (session.format() == OutputFormat.JSON) {
        List<Map<String, Object>> items = new ArrayList<>();
        steps.forEach(each -> read(store, each, line -> items.add(line.fields())));
        session
            .out()
            .sink()
            .line(Json.document(
                "LogLineList",
                new Fields().with("items", items).with("next", null).map()));
      } else {
        steps.forEach(each -> read(store, each, this::print));
      }
    }
    return 0;
  }

  private void print(Line line) {
    Sink sink = session.out().sink();
    LogLine entry = line.entry();
    switch (session.format()) {
      case NDJSON, JSON -> sink.line(Json.line("LogLine", line.fields()));
      case TSV ->
        sink.line(Stream.of(
                line.step(),
                line.attempt(),
                entry.at(),
                entry.level(),
                entry.source(),
                entry.message())
            .map(cell -> Text.neutralised(cell.toString()))
            .collect(Collectors.joining("\t")));
      case TABLE, NAME -> {
        String head =
            TIME.format(entry.at()) + " " + String.format(Locale.ROOT, "%-5s", entry.level());
        for (String text : entry.message().split("\n", -1)) {
          sink.line(
              head + "  " + line.step() + "  " + Text.neutralised(text.replace("\t", "    ")));
        }
      }
    }
  }

  private void read(ProjectStore store, StepRun stepRun, Consumer<Line> consumer) {
    List<AttemptRecord> attempts =
        store.queries().step(stepRun.id()).map(StepDetail::attempts).orElse(List.of());
    for (AttemptRecord each : attempts) {
      if (attempt == 0 || each.number() == attempt) {
        last(store, each)
            .forEach(text -> consumer.accept(new Line(
                stepRun.label(),
                each.number(),
                LogLine.parse(text)
                    .orElseGet(() -> new LogLine(each.startedAt(), LogLevel.INFO, "", text)))));
      }
    }
  }

  private ArrayDeque<String> last(ProjectStore store, AttemptRecord of) {
    ArrayDeque<String> lines = new ArrayDeque<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(store.log(of), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (grep == null || grep.matcher(line).find()) {
          lines.addLast(line);
          if (lines.size() > tail) {
            lines.removeFirst();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the log " + of.logPath(), e);
    }
    return lines;
  }
}
