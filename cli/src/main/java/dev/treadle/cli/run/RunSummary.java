package dev.treadle.cli.run;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.cli.store.ArtifactLabel;
import dev.treadle.cli.store.Lineage;
import dev.treadle.cli.terminal.Glyph;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.event.RunEvent;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The last lines of {@code run NAME}: how it ended, its metrics, where its result came from, what to do next. */
final class RunSummary {
  private static final int MOST_METRICS = 6;
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
    this.steps = queries.steps(run.id());
    this.links = StepLinks.read(queries, run, steps);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(ending());
    metrics().ifPresent(lines::add);
    Optional<ArtifactVersion> result = links.lastOutput(steps);
    if (end.status() == RunStatus.COMPLETED) {
      result.ifPresent(version -> lines.add(lineage(version)));
    } else {
      steps.stream().filter(step -> step.failure() != null).forEach(step -> failure(step, lines));
    }
    lines.add(look.line(Text.of("Next: " + next(result), Style.DIM)));
    return lines;
  }

  private String ending() {
    int cached = end.counts().getOrDefault(StepStatus.CACHED, 0);
    int ran = end.counts().getOrDefault(StepStatus.COMPLETED, 0)
        + end.counts().getOrDefault(StepStatus.FAILED, 0);
    Glyph glyph = Glyph.of(end.status());
    String error = end.error() == null || steps.stream().anyMatch(step -> step.failure() != null)
        ? ""
        : "   " + end.error();
    return look.line(
        look.glyph(glyph),
        Text.of(" " + run.pipeline() + " #" + run.number(), Style.BOLD),
        Text.of(" " + RunListing.word(end.status()), glyph.style()),
        Text.of(" in " + Quantity.took(end.tookMs()) + "   " + cached + " cached, " + ran + " run"
            + error));
  }

  private Optional<String> metrics() {
    Map<String, Double> now = RunMetrics.read(queries, run);
    if (now.isEmpty()) {
      return Optional.empty();
    }
    Optional<PipelineRun> previous = queries
        .runs(RunFilter.newest(1)
            .ofPipeline(run.pipeline())
            .withStatus(RunStatus.COMPLETED)
            .before(run.number()))
        .stream()
        .findFirst();
    Map<String, Double> before =
        previous.map(other -> RunMetrics.read(queries, other)).orElse(Map.of());
    String more = now.size() > MOST_METRICS ? "   … " + (now.size() - MOST_METRICS) + " more" : "";
    return Optional.of(look.line(Text.of("  "
        + now.entrySet().stream()
            .limit(MOST_METRICS)
            .map(metric -> RunMetrics.shown(metric)
                + Optional.ofNullable(before.get(metric.getKey()))
                    .map(old -> RunMetrics.change(
                        metric.getValue(), old, previous.orElseThrow().number()))
                    .orElse(""))
            .collect(Collectors.joining("   "))
        + more)));
  }

  private String lineage(ArtifactVersion result) {
    Lineage lineage = Lineage.read(queries, result, Integer.MAX_VALUE, 0);
    return look.fitted(
        Text.of("  "),
        Text.of(
            lineage.longestWay().stream().map(this::origin).collect(Collectors.joining(" ◀ "))));
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

  private void failure(StepRun step, List<String> lines) {
    lines.addAll(
        FailureText.lines(step.label(), Objects.requireNonNull(step.failure()), look, "  "));
    String inputs = links.inputs(step);
    if (!inputs.isEmpty()) {
      lines.add(look.line(Text.of("  inputs   ", Style.DIM), Text.of(inputs)));
    }
  }

  private String next(Optional<ArtifactVersion> result) {
    long number = run.number();
    Optional<StepRun> failed =
        steps.stream().filter(step -> step.status() == StepStatus.FAILED).findFirst();
    if (failed.isPresent()) {
      String step = failed.get().label();
      return "treadle run logs " + number + " " + step + " · treadle run show " + number + " "
          + step + " · treadle run " + run.pipeline();
    }
    return "treadle run explain " + number
        + result
            .map(version -> " · treadle artifact lineage " + version.label())
            .orElse(" · treadle run show " + number);
  }
}
