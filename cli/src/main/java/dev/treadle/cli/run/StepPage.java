package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.output.FactText;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.StepDetail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    Page page = new Page(look)
        .text(
            Text.of(
                run.pipeline() + " #" + run.number() + " / " + step.label() + "   ", Style.BOLD),
            look.status(step.status()),
            Text.of(step.summary().isEmpty() ? "" : "   " + step.summary()))
        .fact("reason", step.reason() == null ? "" : step.reason())
        .fact("inputs", links.inputs(step))
        .fact("outputs", links.outputs(step))
        .fact("meta", FactText.of(detail.facts()));
    for (AttemptRecord attempt : detail.attempts()) {
      page.fact(
          "attempt",
          attempt.number() + "  " + RunListing.words(attempt.status()) + "  "
              + Quantity.took(took(attempt))
              + (attempt.host() == null ? "" : "  on " + attempt.host())
              + (attempt.failure() == null ? "" : "  " + attempt.failure().shortText()));
    }
    if (step.failure() != null) {
      FailureText.print(step.label(), step.failure(), page);
    }
    return page.lines();
  }

  private static Map<String, Object> attempt(AttemptRecord attempt) {
    return new Fields()
        .with("number", attempt.number())
        .with("status", RunListing.word(attempt.status()))
        .with("startedAt", attempt.startedAt())
        .with("endedAt", attempt.endedAt())
        .with("tookMs", took(attempt))
        .with("host", attempt.host())
        .with("error", attempt.failure() == null ? null : attempt.failure().shortText())
        .with("logSizeBytes", attempt.logBytes())
        .map();
  }

  private static long took(AttemptRecord attempt) {
    return Duration.between(attempt.startedAt(), attempt.endedAt()).toMillis();
  }
}
