package dev.treadle.cli.store;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.error.DidYouMean;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds runs and their steps by what people write: {@code 42}, {@code @latest}, {@code @-1}, {@code @latest:failed}. */
public final class RunReferences {
  private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,18})");
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern BEGINNING_OF_ID = Pattern.compile("[0-9a-fA-F]{4,8}-?[0-9a-fA-F-]*");
  private static final Pattern RECENT = Pattern.compile("@(?:latest|-([1-9][0-9]{0,5}))(?::(.+))?");

  private static final int RUNS_TO_COMPARE = 200;

  private final MetadataQueries queries;

  public RunReferences(MetadataQueries queries) {
    this.queries = queries;
  }

  public PipelineRun resolve(String reference) {
    Matcher number = NUMBER.matcher(reference);
    if (number.matches()) {
      return queries
          .runByNumber(Long.parseLong(number.group(1)))
          .orElseThrow(() -> notFound(missing(Long.parseLong(number.group(1)))));
    }
    Matcher recent = RECENT.matcher(reference);
    if (recent.matches()) {
      return recent(
          reference,
          recent.group(1) == null ? 0 : Integer.parseInt(recent.group(1)),
          Optional.ofNullable(recent.group(2)));
    }
    if (ID.matcher(reference).matches()) {
      return queries
          .run(UUID.fromString(reference))
          .orElseThrow(() -> notFound("There is no run with the id " + reference + newest()));
    }
    if (BEGINNING_OF_ID.matcher(reference).matches()) {
      throw notFound(
          "'" + reference + "' is not a run: ids are ordered by time, so their beginnings"
              + " are alike\nfix: give the number or the full id   (treadle run list)");
    }
    throw notFound("'" + reference + "' is not a run"
        + "\nfix: give a number (42), a full id, @latest, @-1, @latest:failed or @latest:PIPELINE");
  }

  /** The steps of a run in the order of their start, all items of a map together. */
  public List<StepRun> steps(PipelineRun run) {
    Map<String, List<StepRun>> byStep = new LinkedHashMap<>();
    queries
        .steps(run.id())
        .forEach(step ->
            byStep.computeIfAbsent(step.step(), name -> new ArrayList<>()).add(step));
    return byStep.values().stream()
        .flatMap(items -> items.stream().sorted(Comparator.comparingInt(StepRun::mapIndex)))
        .toList();
  }

  /** The step runs of that name or label ({@code trial}, {@code trial[3]}); never empty. */
  public List<StepRun> steps(PipelineRun run, String name) {
    List<StepRun> all = steps(run);
    List<StepRun> found = all.stream()
        .filter(step -> step.label().equals(name) || step.step().equals(name))
        .toList();
    if (found.isEmpty()) {
      List<String> names = all.stream().map(StepRun::step).distinct().toList();
      throw new TreadleException(
          CoreProblem.RUN_STEP_NOT_FOUND,
          "Run " + run.number() + " has no step '" + name + "'\nlooked in "
              + String.join(", ", names) + DidYouMean.line(name, names));
    }
    return found;
  }

  private PipelineRun recent(String reference, int back, Optional<String> of) {
    RunFilter filter = RunFilter.newest(back + 1);
    Optional<RunStatus> status = of.flatMap(RunReferences::status);
    if (status.isPresent()) {
      filter = status.get() == RunStatus.COMPLETED
          ? filter.completed()
          : filter.withStatus(status.get());
    } else if (of.isPresent()) {
      filter = filter.ofPipeline(of.get());
    }
    List<PipelineRun> runs = queries.runs(filter);
    if (runs.size() <= back) {
      String which = of.map(text -> " '" + text + "'").orElse("");
      throw notFound("There is no run " + reference + ": "
          + (runs.isEmpty() ? "no run" + which + " yet" : "only " + runs.size() + which + " so far")
          + of.filter(text -> runs.isEmpty()).map(this::near).orElse("")
          + "\nsee: treadle run list");
    }
    return runs.get(back);
  }

  private static Optional<RunStatus> status(String text) {
    return Stream.of(RunStatus.values())
        .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  private String near(String text) {
    Stream<String> pipelines = queries.runs(RunFilter.newest(RUNS_TO_COMPARE)).stream()
        .map(PipelineRun::pipeline)
        .distinct();
    Stream<String> states =
        Stream.of(RunStatus.values()).map(status -> status.name().toLowerCase(Locale.ROOT));
    return DidYouMean.line(text, Stream.concat(states, pipelines).toList());
  }

  private String missing(long number) {
    return queries
        .deletedRun(number)
        .map(run -> "Run " + number + " was deleted by " + run.deleted().by() + " at "
            + run.deleted().at().truncatedTo(ChronoUnit.SECONDS))
        .orElseGet(() -> "There is no run " + number + newest());
  }

  private String newest() {
    return queries.runs(RunFilter.newest(1)).stream()
            .map(run -> "; the newest is " + run.number())
            .findFirst()
            .orElse("; nothing has run yet")
        + "\nsee: treadle run list";
  }

  private static TreadleException notFound(String message) {
    return new TreadleException(CoreProblem.RUN_NOT_FOUND, message);
  }
}
