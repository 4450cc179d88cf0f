package dev.treadle.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code run show} prints of a run. */
final class RunPage {
  private final PipelineRun run;
  private final List<StepRun> steps;
  private final StepLinks links;
  private final Map<String, Double> metrics;
  private final Look look;

  RunPage(
      PipelineRun run,
      List<StepRun> steps,
      StepLinks links,
      Map<String, Double> metrics,
      Look look) {
    this.run = run;
    this.steps = steps;
    this.links = links;
    this.metrics = metrics;
    this.look = look;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Long took = RunListing.millis(run.startedAt(), run.endedAt());
    lines.add(look.line(
        Text.of(run.pipeline() + " #" + run.number() + "   ", Style.BOLD),
        look.status(run.status()),
        Text.of((took == null ? "" : " after " + Quantity.took(took)) + "   started "),
        look.time(run.startedAt()),
        Text.of(" by " + run.user() + " on " + run.host())));
    fact(lines, "stack", run.stack() + "   seed " + run.seed());
    fact(lines, "params", params(run.paramsJson()));
    fact(
        lines,
        "tags",
        new TreeMap<>(run.tags())
            .entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining("  ")));
    fact(
        lines,
        "metrics",
        metrics.entrySet().stream().map(RunMetrics::shown).collect(Collectors.joining("   ")));
    lines.addAll(table().lines(look));
    steps.stream()
        .filter(step -> step.failure() != null)
        .forEach(step -> lines.addAll(
            FailureText.lines(step.label(), Objects.requireNonNull(step.failure()), look, "  ")));
    if (run.error() != null && steps.stream().allMatch(step -> step.failure() == null)) {
      fact(lines, "cause", run.error());
    }
    return lines;
  }

  private TextTable table() {
    TextTable table =
        new TextTable("  ", List.of("STEP", "STATUS", "TOOK", "ATTEMPTS", "OUTPUTS", "SUMMARY"));
    for (StepRun step : steps) {
      Long took = RunListing.millis(step.startedAt(), step.endedAt());
      boolean ran = step.attempts() > 0;
      String outputs = links.outputs(step);
      String from = step.cachedFrom() == null ? "" : "from #" + step.cachedFrom() + "  ";
      table.row(
          Text.of(step.label()),
          look.status(step.status()),
          ran && took != null ? Text.of(Quantity.took(took)) : Text.NONE,
          ran ? Text.of(step.attempts()) : Text.NONE,
          outputs.isEmpty() ? Text.NONE : Text.of(outputs),
          Text.of(from + step.summary()));
    }
    return table;
  }

  private void fact(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(look.line(
          Text.of("  " + name + " ".repeat(9 - name.length()), Style.DIM), Text.of(value)));
    }
  }

  /** {@code depth=5  eta=0.3}. */
  static String params(String json) {
    try {
      JsonNode object = new ObjectMapper().readTree(json);
      return object.properties().stream()
          .map(field -> field.getKey() + "="
              + (field.getValue().isTextual() ? field.getValue().asText() : field.getValue()))
          .collect(Collectors.joining("  "));
    } catch (JsonProcessingException e) {
      return json;
    }
  }
}
