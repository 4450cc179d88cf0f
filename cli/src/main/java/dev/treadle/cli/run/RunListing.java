package dev.treadle.cli.run;

import static dev.treadle.cli.output.Column.Room.CUT;
import static dev.treadle.cli.output.Column.Room.WIDE;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepSelection;
import dev.treadle.api.run.StepStatus;
import dev.treadle.cli.curation.TagText;
import dev.treadle.cli.output.Column;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.output.Listing;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs and steps in lists and as JSON. */
final class RunListing {
  private static final int MOST_METRICS = 3;

  static final Listing<RunRow> RUNS = new Listing<>(
      "Run",
      List.of(
          new Column<>("RUN", (row, look) -> Text.of("#" + row.run().number(), Style.BOLD)),
          new Column<>("PIPELINE", RunListing::pipeline, CUT),
          new Column<>("STATUS", (row, look) -> look.status(row.run().status())),
          new Column<>("STARTED", (row, look) -> look.time(row.run().startedAt())),
          new Column<>("TOOK", (row, look) -> took(row.run(), look)),
          new Column<>(
              "CACHED",
              (row, look) -> Text.of(cached(row.run()) + "/" + row.run().steps())),
          new Column<>("STACK", (row, look) -> Text.of(row.run().stack()), CUT),
          new Column<>("BY", (row, look) -> Text.of(row.run().user()), CUT),
          new Column<>("METRICS", (row, look) -> metrics(row), CUT),
          new Column<>("HOST", (row, look) -> Text.of(row.run().host()), WIDE),
          new Column<>("SEED", (row, look) -> Text.of(row.run().seed()), WIDE),
          new Column<>("TAGS", (row, look) -> Text.of(TagText.of(row.run().tags())), WIDE),
          new Column<>("NOTE", (row, look) -> note(row.run()), WIDE),
          new Column<>("SELECTION", (row, look) -> selection(row.run()), WIDE)),
      row -> Long.toString(row.run().number()),
      row -> Fields.of(fields(row.run())).with("metrics", row.metrics()).map());

  private RunListing() {}

  static Map<String, Object> fields(PipelineRun run) {
    Map<String, Object> counts = new TreeMap<>();
    run.stepCounts().forEach((status, count) -> counts.put(word(status), count));
    return new Fields()
        .with("id", run.id())
        .with("number", run.number())
        .with("pipeline", run.pipeline())
        .with("status", word(run.status()))
        .with("startedAt", run.startedAt())
        .with("endedAt", run.endedAt())
        .with("tookMs", millis(run.startedAt(), run.endedAt()))
        .with("params", new Json.Raw(run.paramsJson()))
        .with("seed", run.seed())
        .with("stack", run.stack())
        .with("user", run.user())
        .with("host", run.host())
        .with("stepCounts", counts)
        .with("error", run.error())
        .with("tags", new TreeMap<>(run.tags()))
        .with("note", run.note())
        .with("selection", fields(run.selection()))
        .map();
  }

  /** Null for a run of all steps. */
  private static @Nullable Map<String, Object> fields(StepSelection selection) {
    return selection.coversAll()
        ? null
        : new Fields()
            .with("from", selection.from())
            .with("to", selection.to())
            .with("only", selection.only())
            .with("skip", selection.skip())
            .with("inputsOfRun", selection.inputsOf())
            .map();
  }

  private static Text pipeline(RunRow row, Look look) {
    boolean partial = look.interactive() && !row.run().selection().coversAll();
    return Text.of(row.run().pipeline() + (partial ? " (partial)" : ""));
  }

  /** {@code --from train, results of #36}. */
  static Text selection(PipelineRun run) {
    StepSelection selection = run.selection();
    return selection.coversAll()
        ? Text.NONE
        : Text.of(selection.text()
            + (selection.inputsOf() == null ? "" : ", results of #" + selection.inputsOf()));
  }

  static Fields fields(StepRun step) {
    return new Fields()
        .with("id", step.id())
        .with("step", step.step())
        .with("mapIndex", step.mapIndex() < 0 ? null : step.mapIndex())
        .with("status", word(step.status()))
        .with("startedAt", step.startedAt())
        .with("endedAt", step.endedAt())
        .with("tookMs", millis(step.startedAt(), step.endedAt()))
        .with("attempts", step.attempts())
        .with("reason", step.reason())
        .with("cachedFromRun", step.cachedFrom())
        .with("summary", step.summary())
        .with(
            "failure",
            step.failure() == null
                ? null
                : new Fields()
                    .with("errorClass", step.failure().errorClass())
                    .with("message", step.failure().message())
                    .with("stackTrace", step.failure().stackTrace())
                    .map());
  }

  private static Text note(PipelineRun run) {
    return run.note() == null ? Text.NONE : Text.of(run.note());
  }

  private static Text took(PipelineRun run, Look look) {
    Instant end = run.endedAt() == null ? look.now() : run.endedAt();
    return Text.of(
        Quantity.took(Math.max(0, Duration.between(run.startedAt(), end).toMillis())));
  }

  /** What the run came to: why it failed, how far it is, or its metrics. */
  private static Text metrics(RunRow row) {
    PipelineRun run = row.run();
    if (run.error() != null) {
      return Text.of("– " + run.error(), Style.BAD);
    }
    if (run.status() == RunStatus.RUNNING) {
      return Text.of(done(run) + "/" + run.steps() + " steps", Style.DIM);
    }
    return Text.of(RunMetrics.shown(row.metrics(), MOST_METRICS));
  }

  private static int done(PipelineRun run) {
    return run.stepCounts().entrySet().stream()
        .filter(count -> switch (count.getKey()) {
          case NEW, QUEUED, RUNNING, INTERRUPTED -> false;
          case COMPLETED, CACHED, FAILED, SKIPPED, CANCELLED, NOT_RUN -> true;
        })
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  static int cached(PipelineRun run) {
    return run.stepCounts().getOrDefault(StepStatus.CACHED, 0);
  }

  static String word(Enum<?> status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For sentences. */
  static String words(Enum<?> status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static @Nullable Long millis(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? null : Duration.between(from, to).toMillis();
  }
}
