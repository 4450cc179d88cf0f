package dev.treadle.partial;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.GraphJson;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the run that gives what a partial run takes. */
public final class Origins {
  private static final int NEWEST = 50;

  private final CompiledPipeline pipeline;
  private final PartialPlan plan;
  private final MetadataQueries queries;

  public Origins(CompiledPipeline pipeline, PartialPlan plan, MetadataQueries queries) {
    this.pipeline = pipeline;
    this.plan = plan;
    this.queries = queries;
  }

  /**
   * Reads what is taken from the run of a number. Without one it is the newest run of the pipeline that has it all, and has
   * called the steps that lead to it as they would be called now: with the same literals, so with the same parameters where
   * those matter. The code of those steps is not looked at.
   *
   * @throws TreadleException RUN-202 when there is no such run, RUN-241 with all that is missing
   */
  public Origin find(@Nullable Long number) {
    if (plan.needs().isEmpty()) {
      return Origin.NONE;
    }
    return number == null ? newest() : named(number);
  }

  private Origin named(long number) {
    PipelineRun run = queries
        .runByNumber(number)
        .orElseThrow(() -> new TreadleException(
            CoreProblem.RUN_NOT_FOUND,
            "There is no run " + number + ", which --with-inputs-of names"));
    if (!run.pipeline().equals(pipeline.name())) {
      throw new TreadleException(
          CoreProblem.RUN_RESULT_MISSING,
          "Run " + number + " is one of '" + run.pipeline() + "', not of '" + pipeline.name()
              + "'\nsee: treadle run list --pipeline " + pipeline.name());
    }
    StoredResults stored = StoredResults.of(pipeline, queries, run, plan.needs());
    if (!stored.problems().isEmpty()) {
      throw missing("Run " + number + " lacks what it should give:", stored.problems());
    }
    return stored.origin();
  }

  private Origin newest() {
    Calls calls = new Calls(plan.graph());
    Set<String> leadingThere = plan.order()
        .upstream(plan.needs().stream()
            .map(need -> need.step().name())
            .collect(Collectors.toCollection(LinkedHashSet::new)));
    StoredResults best = null;
    List<PipelineRun> runs = queries.runs(RunFilter.newest(NEWEST).ofPipeline(pipeline.name()));
    for (PipelineRun run : runs) {
      if (run.status() == RunStatus.RUNNING
          || !calls.areSame(new Calls(GraphJson.read(queries.snapshot(run.id()))), leadingThere)) {
        continue;
      }
      StoredResults stored = StoredResults.of(pipeline, queries, run, plan.needs());
      if (stored.problems().isEmpty()) {
        return stored.origin();
      }
      best = best == null ? stored : best;
    }
    throw missing(
        runs.isEmpty()
            ? "'" + pipeline.name() + "' has no run yet to take results from:"
            : "No run of '" + pipeline.name() + "' has, with these parameters, all that is needed:",
        best == null ? plan.needs().stream().map(need -> need.text()).toList() : best.problems());
  }

  private static TreadleException missing(String what, List<String> lines) {
    return new TreadleException(
        CoreProblem.RUN_RESULT_MISSING,
        what + lines.stream().distinct().map(line -> "\n  " + line).collect(Collectors.joining())
            + "\nfix: execute these steps, too, or name a run that has their results: --with-inputs-of RUN");
  }
}
