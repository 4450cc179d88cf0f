package dev.treadle.cli.run;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.cli.store.ArtifactLabel;
import dev.treadle.cli.store.Lineage;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.cli.terminal.Glyph;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.ShellWord;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The last lines of {@code run NAME}: how it ended, its metrics, where its result came from, what to do next. */
final class RunSummary {
  private static final int MOST_METRICS = 6;
  private static final int MOST_FAILURES = 3;
  private static final int DIGITS = "sha256:".length() + 6;

  private final MetadataQueries queries;
  private final PipelineRun run;
  private final RunEvent.RunEnded end;
  private final Look look;
  private final List<StepRun> steps;
  private final StepLinks links;

  RunSummary(MetadataQueries queries, PipelineRun run, RunEvent.RunEnded end, Look look) {
    this.queries = queries;
    this.run = run;
    this.end = end;
    this.look = look;
    this.steps = new RunReferences(queries).steps(run);
    this.links = StepLinks.read(queries, run, steps);
  }

  List<String> lines() {
    Page page = new Page(look);
    ending(page);
    metrics().ifPresent(line -> page.text(Text.of("  " + line)));
    Optional<ArtifactVersion> result = links.lastOutput(steps);
    if (end.status() == RunStatus.COMPLETED) {
      result.ifPresent(version -> page.text(lineage(version)));
    } else {
      List<StepRun> failed =
          steps.stream().filter(step -> step.failure() != null).toList();
      failed.stream().limit(MOST_FAILURES).forEach(step -> failure(step, page));
      if (failed.size() > MOST_FAILURES) {
        page.fact("", "… and " + (failed.size() - MOST_FAILURES) + " more failed steps");
      }
    }
    page.text(Text.of("Next: " + next(result), Style.DIM));
    return page.lines();
  }

  private void ending(Page page) {
    int cached = end.counts().getOrDefault(StepStatus.CACHED, 0);
    int ran = end.counts().getOrDefault(StepStatus.COMPLETED, 0)
        + end.counts().getOrDefault(StepStatus.FAILED, 0);
    Glyph glyph = Glyph.of(end.status());
    String error = end.error() == null || steps.stream().anyMatch(step -> step.failure() != null)
        ? ""
        : "   " + end.error();
    page.text(
        look.glyph(glyph),
        Text.of(" " + run.pipeline() + " #" + run.number(), Style.BOLD),
        Text.of(" " + RunListing.word(end.status()), glyph.style()),
        Text.of(" in " + Quantity.took(end.tookMs()) + "   " + cached + " cached, " + ran + " run"
            + error));
  }

  private Optional<String> metrics() {
    Map<String, Double> now = ofSteps(run);
    if (now.isEmpty()) {
      return Optional.empty();
    }
    Optional<PipelineRun> previous = queries
        .runs(RunFilter.newest(1).ofPipeline(run.pipeline()).completed().before(run.number()))
        .stream()
        .findFirst();
    Map<String, Double> before = previous.map(this::ofSteps).orElse(Map.of());
    String more = now.size() > MOST_METRICS ? "   … " + (now.size() - MOST_METRICS) + " more" : "";
    return Optional.of(now.entrySet().stream()
            .limit(MOST_METRICS)
            .map(metric -> RunMetrics.shown(metric)
                + Optional.ofNullable(before.get(metric.getKey()))
                    .map(old -> RunMetrics.change(
                        metric.getValue(), old, previous.orElseThrow().number()))
                    .orElse(""))
            .collect(Collectors.joining("   "))
        + more);
  }

  /** Without the items of maps. */
  private Map<String, Double> ofSteps(PipelineRun of) {
    return RunMetrics.rows(queries, List.of(of)).get(0).metrics();
  }

  private Text lineage(ArtifactVersion result) {
    Lineage lineage = Lineage.read(queries, result, Integer.MAX_VALUE, 0);
    return Text.of(
        "  " + lineage.longestWay().stream().map(this::origin).collect(Collectors.joining(" ◀ ")));
  }

  private String origin(ArtifactVersion version) {
    if (version.externalUri() == null) {
      return ArtifactLabel.of(version, run.pipeline());
    }
    String uri = version.externalUri();
    String digest = version.digest();
    return uri.substring(uri.lastIndexOf('/') + 1) + " ("
        + digest.substring(0, Math.min(DIGITS, digest.length())) + "…)";
  }

  private void failure(StepRun step, Page page) {
    FailureText.print(step.label(), Objects.requireNonNull(step.failure()), page);
    page.fact("inputs", links.inputs(step));
  }

  private String next(Optional<ArtifactVersion> result) {
    long number = run.number();
    Optional<StepRun> failed =
        steps.stream().filter(step -> step.status() == StepStatus.FAILED).findFirst();
    if (failed.isPresent()) {
      String step = ShellWord.of(failed.get().label());
      return "treadle run logs " + number + " " + step + " · treadle run show " + number + " "
          + step + " · treadle run resume " + number;
    }
    if (run.status() == RunStatus.CANCELLED) {
      return "treadle run resume " + number + " · treadle run show " + number;
    }
    return "treadle run explain " + number
        + result
            .map(version -> " · treadle artifact lineage " + ShellWord.of(version.label()))
            .orElse(" · treadle run show " + number);
  }
}
