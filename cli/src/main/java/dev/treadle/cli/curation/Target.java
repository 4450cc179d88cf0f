package dev.treadle.cli.curation;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.store.ArtifactReferences;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.MetadataQueries;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What something is said of.
 *
 * @param reference names it again: {@code run:42}, {@code run:42/train[3]} or {@code model@7}
 * @param title for people
 */
public record Target(Holder holder, String reference, String title) {
  private static final Pattern RUN =
      Pattern.compile("#?[0-9]{1,18}|@.+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4,}){4}");
  private static final Pattern RUN_OR_STEP = Pattern.compile("run:([^/]+)(?:/([^/]+))?");

  /** Finds a run, a step ({@code run:42/train}) or a version. */
  public static Target ofAny(MetadataQueries queries, String reference) {
    RunReferences runs = new RunReferences(queries);
    Matcher runOrStep = RUN_OR_STEP.matcher(reference);
    if (!runOrStep.matches()) {
      return RUN.matcher(reference).matches()
          ? of(runs.resolve(reference))
          : of(new ArtifactReferences(queries).resolve(reference));
    }
    PipelineRun run = runs.resolve(runOrStep.group(1));
    if (runOrStep.group(2) == null) {
      return of(run);
    }
    List<StepRun> steps = runs.steps(run, runOrStep.group(2));
    if (steps.size() > 1) {
      throw new TreadleException(
          CoreProblem.RUN_AMBIGUOUS,
          "'" + runOrStep.group(2) + "' ran " + steps.size() + " times in run " + run.number()
              + "\n"
              + steps.stream().map(StepRun::label).limit(10).collect(Collectors.joining("\n"))
              + "\nfix: name one, as in run:" + run.number() + "/"
              + steps.get(0).label());
    }
    String label = steps.get(0).label();
    return new Target(
        Holder.ofStep(steps.get(0).id()),
        "run:" + run.number() + "/" + label,
        run.pipeline() + " #" + run.number() + " / " + label);
  }

  /** A run. */
  public static Target of(PipelineRun run) {
    return new Target(
        Holder.ofRun(run.id()), "run:" + run.number(), run.pipeline() + " #" + run.number());
  }

  /** A version of an artifact. */
  public static Target of(ArtifactVersion version) {
    return new Target(Holder.ofVersion(version.id()), version.label(), version.label());
  }

  /** The tags that it has now. */
  Map<String, String> tags(MetadataQueries queries) {
    return switch (holder.kind()) {
      case RUN -> queries.run(holder.id()).orElseThrow().tags();
      case STEP_RUN -> queries.step(holder.id()).orElseThrow().tags();
      case VERSION -> queries.version(holder.id()).orElseThrow().tags();
    };
  }
}
