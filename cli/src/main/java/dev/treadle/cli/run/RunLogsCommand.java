package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.listing.FilterOptions;
import dev.treadle.cli.output.OutputFormat;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "  treadle run logs 42 --since 5m",
      "  treadle run logs @latest:failed --level warn"
    })
final class RunLogsCommand implements Callable<Integer> {
  private final Session session;
  private Instant earliest = Instant.MIN;

  @Mixin
  RunArgument run = new RunArgument();

  @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "one step only")
  @Nullable
  String step;

  @Option(
      names = {"-f", "--follow"},
      description = "until the run ends; a step's lines come when it has ended")
  boolean follow;

  @Option(names = "--tail", paramLabel = "N", description = "the last lines of each step only")
  int tail = Integer.MAX_VALUE;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "lines not older than 5m, 2h, 2026-11-01")
  @Nullable
  String since;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "trace, debug, info, warn or error, and what is worse")
  LogLevel level = LogLevel.TRACE;

  @Option(
      names = "--grep",
      paramLabel = "RE",
      description = "lines in which the expression is found")
  @Nullable
  Pattern grep;

  @Option(names = "--attempt", paramLabel = "N", description = "one attempt; default: all")
  int attempt;

  @Option(names = "--raw", description = "messages only, without time, level and step")
  boolean raw;

  RunLogsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (tail < 0) {
      throw new TreadleException(CliProblem.USAGE, "--tail is " + tail + ", give 0 or more");
    }
    if (since != null) {
      earliest = FilterOptions.moment(since, session.clock().instant());
    }
    try (ProjectStore store = session.store()) {
      RunReferences references = new RunReferences(store.queries());
      PipelineRun found = run.in(store);
      LogPrinter printer = new LogPrinter(session, steps(references, found), raw);
      boolean document =
          session.format() == OutputFormat.JSON || session.format() == OutputFormat.YAML;
      List<LogEntry> entries = new ArrayList<>();
      AtomicBoolean any = new AtomicBoolean(document);
      Consumer<LogEntry> out = document
          ? entries::add
          : entry -> {
            any.set(true);
            printer.print(entry);
          };
      Set<UUID> read = new HashSet<>();
      while (follow && found.status() == RunStatus.RUNNING) {
        for (StepRun each : steps(references, found)) {
          if (each.status().isTerminal() && read.add(each.id())) {
            read(store, each, out);
          }
        }
        RunWaiting.pause();
        found = store.queries().run(found.id()).orElseThrow();
      }
      for (StepRun each : steps(references, found)) {
        if (read.add(each.id())) {
          read(store, each, out);
        }
      }
      if (document) {
        printer.document(entries);
      }
      if (!any.get()) {
        session.say(nothing(found));
      }
      if (follow && found.status() == RunStatus.INTERRUPTED) {
        session.say("run " + found.number()
            + " did not end: its process has gone. treadle run resume " + found.number());
      }
    }
    return 0;
  }

  /** Who finds nothing may look in the wrong place: a step that fails need not have logged a line. */
  private String nothing(PipelineRun of) {
    boolean whole =
        tail > 0 && since == null && level == LogLevel.TRACE && grep == null && attempt == 0;
    String where = step == null ? "" : " " + step;
    return (whole ? "Nothing was logged" : "No line fits") + "; how it went: treadle run show "
        + of.number() + where;
  }

  private List<StepRun> steps(RunReferences references, PipelineRun of) {
    return step == null ? references.steps(of) : references.steps(of, step);
  }

  private void read(ProjectStore store, StepRun stepRun, Consumer<LogEntry> consumer) {
    List<AttemptRecord> attempts =
        store.queries().step(stepRun.id()).map(StepDetail::attempts).orElse(List.of());
    for (AttemptRecord each : attempts) {
      if (attempt == 0 || each.number() == attempt) {
        last(store, stepRun, each).forEach(consumer);
      }
    }
  }

  private Deque<LogEntry> last(ProjectStore store, StepRun stepRun, AttemptRecord of) {
    Deque<LogEntry> entries = new ArrayDeque<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(store.log(of), StandardCharsets.UTF_8))) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        String whole = text;
        LogLine line = LogLine.parse(text)
            .orElseGet(() -> new LogLine(of.startedAt(), LogLevel.INFO, "", whole));
        if (fits(line)) {
          entries.addLast(new LogEntry(stepRun.label(), of.number(), line));
          if (entries.size() > tail) {
            entries.removeFirst();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the log " + of.logPath(), e);
    }
    return entries;
  }

  private boolean fits(LogLine line) {
    return !line.at().isBefore(earliest)
        && line.level().compareTo(level) >= 0
        && (grep == null || grep.matcher(line.message()).find());
  }
}
