package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.cli.output.Column;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.output.Listing;
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
  static final Listing<PipelineRun> RUNS = new Listing<>(
      "Run",
      List.of(
          new Column<>("RUN", (run, look) -> Text.of("#" + run.number(), Style.BOLD)),
          new Column<>("PIPELINE", (run, look) -> Text.of(run.pipeline())),
          new Column<>("STATUS", (run, look) -> look.status(run.status())),
          new Column<>("STARTED", (run, look) -> look.time(run.startedAt())),
          new Column<>(
              "TOOK",
              (run, look) -> Text.of(Quantity.took(Duration.between(
                      run.startedAt(), run.endedAt() == null ? look.now() : run.endedAt())
                  .toMillis()))),
          new Column<>("CACHED", (run, look) -> Text.of(cached(run) + "/" + run.steps())),
          new Column<>("STACK", (run, look) -> Text.of(run.stack())),
          new Column<>("BY", (run, look) -> Text.of(run.user())),
          new Column<>(
              "ERROR",
              (run, look) -> run.error() == null ? Text.EMPTY : Text.of(run.error(), Style.BAD))),
      run -> Long.toString(run.number()),
      RunListing::fields);

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
        .map();
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

  static int cached(PipelineRun run) {
    return run.stepCounts().getOrDefault(StepStatus.CACHED, 0);
  }

  static String word(Enum<?> status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable Long millis(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? null : Duration.between(from, to).toMillis();
  }
}
