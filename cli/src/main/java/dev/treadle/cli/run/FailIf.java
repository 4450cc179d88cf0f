package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.session.Session;
import dev.treadle.diff.MetricsOfRun;
import dev.treadle.error.TreadleException;
import dev.treadle.expression.Condition;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The condition of {@code --fail-if}. */
final class FailIf {
  private final Session session;
  private final MetadataQueries queries;
  private final Condition condition;

  FailIf(Session session, MetadataQueries queries, Condition condition) {
    this.session = session;
    this.queries = queries;
    this.condition = condition;
  }

  /**
   * Checks runs of one pipeline that have just ended, in their order, against the completed run before them.
   *
   * @throws TreadleException CLI-820 when the condition is met
   */
  void checkNew(List<UUID> ids) {
    List<PipelineRun> runs =
        ids.stream().map(id -> queries.run(id).orElseThrow()).toList();
    PipelineRun run = runs.get(0);
    Optional<PipelineRun> base = queries
        .runs(RunFilter.newest(1).ofPipeline(run.pipeline()).completed().before(run.number()))
        .stream()
        .findFirst();
    if (condition.usesBase() && base.isEmpty()) {
      session.say("--fail-if was not checked: no run of " + run.pipeline() + " before "
          + (runs.size() == 1 ? "this one" : "these") + " has completed");
      return;
    }
    check(runs, base.map(found -> MetricsOfRun.read(queries, found)).orElse(Map.of()));
  }

  /** Checks runs against the metrics of one; all are named for which the condition is met. */
  void check(List<PipelineRun> runs, Map<String, Double> base) {
    List<String> met = runs.stream()
        .flatMap(run -> {
          Condition.Outcome outcome = condition.test(MetricsOfRun.read(queries, run), base);
          return outcome.isMet()
              ? Optional.of("#" + run.number() + "  " + outcome.explanation()).stream()
              : Optional.<String>empty().stream();
        })
        .toList();
    if (!met.isEmpty()) {
      throw new TreadleException(
          CliProblem.CONDITION_MET, "--fail-if is met: " + String.join("\n", met));
    }
  }
}
