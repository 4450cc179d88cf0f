package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.StepDetail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code run show RUN STEP} prints of a step. */
final class StepPage {
  private StepPage() {}

  static Map<String, Object> fields(StepDetail detail, StepLinks links) {
    Map<String, Object> facts = new TreeMap<>();
    detail.facts().forEach(fact -> facts.put(fact.key(), new Json.Raw(fact.json())));
    return links
        .addTo(RunListing.fields(detail.step()), detail.step())
        .with("cacheKey", detail.cacheKey() == null ? null : detail.cacheKey().digest())
        .with("metadata", facts)
        .with("tags", new TreeMap<>(detail.tags()))
        .with("attemptList", detail.attempts().stream().map(StepPage::attempt).toList())
        .map();
  }

  static List<String> lines(PipelineRun run, StepDetail detail, StepLinks links, Look look) {
    StepRun step = detail.step();
    List<String> lines = new ArrayList<>();
    lines.add(look.line(
        Text.of(run.pipeline() + " #" + run.number() + " / " + step.label() + "   ", Style.BOLD),
        look.status(step.status()),
        Text.of(step.summary().isEmpty() ? "" : "   " + step.summary())));
    fact(lines, look, "reason", step.reason() == null ? "" : step.reason());
    fact(lines, look, "inputs", links.inputs(step));
    fact(lines, look, "outputs", links.outputs(step));
    fact(
        lines,
        look,
        "meta",
        detail.facts().stream().map(StepPage::shown).collect(Collectors.joining("  ")));
    for (AttemptRecord attempt : detail.attempts()) {
      lines.add(look.line(
          Text.of("  attempt  ", Style.DIM),
          Text.of(attempt.number() + "  " + RunListing.word(attempt.status()) + "  "
              + Quantity.took(took(attempt)))));
    }
    if (step.failure() != null) {
      lines.addAll(FailureText.lines(step.label(), step.failure(), look, "  "));
    }
    return lines;
  }

  private static Map<String, Object> attempt(AttemptRecord attempt) {
    return new Fields()
        .with("number", attempt.number())
        .with("status", RunListing.word(attempt.status()))
        .with("startedAt", attempt.startedAt())
        .with("endedAt", attempt.endedAt())
        .with("tookMs", took(attempt))
        .with("logSizeBytes", attempt.logBytes())
        .map();
  }

  private static long took(AttemptRecord attempt) {
    return Duration.between(attempt.startedAt(), attempt.endedAt()).toMillis();
  }

  private static String shown(Fact fact) {
    String json = fact.json();
    boolean text = json.length() >= 2 && json.startsWith("\"") && json.indexOf('\\') < 0;
    return fact.key() + "=" + (text ? json.substring(1, json.length() - 1) : json);
  }

  private static void fact(List<String> lines, Look look, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(look.line(
          Text.of("  " + name + " ".repeat(9 - name.length()), Style.DIM), Text.of(value)));
    }
  }
}
