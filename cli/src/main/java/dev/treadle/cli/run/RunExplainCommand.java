package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.cli.terminal.Glyph;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import dev.treadle.metadata.StepDetail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    header = "Say why each step ran, was cached or was skipped.",
    footer = {"", "Examples:", "  treadle run explain @latest", "  treadle run explain 42 train"})
final class RunExplainCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  RunArgument run = new RunArgument();

  @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "one step only")
  @Nullable
  String step;

  RunExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      RunReferences references = new RunReferences(store.queries());
      PipelineRun found = run.in(store);
      List<StepRun> steps = step == null ? references.steps(found) : references.steps(found, step);
      ReasonText reasons = new ReasonText(
          store.queries(), StepLinks.read(store.queries(), found, steps), found.pipeline());
      session
          .out()
          .document(
              "RunExplanation",
              new Fields()
                  .with("run", found.number())
                  .with("pipeline", found.pipeline())
                  .with(
                      "steps",
                      steps.stream()
                          .map(each -> explanation(store, each, reasons.of(each)))
                          .toList())
                  .map(),
              Long.toString(found.number()),
              look -> lines(steps, reasons, look));
    }
    return 0;
  }

  private static Map<String, Object> explanation(ProjectStore store, StepRun step, String reason) {
    return new Fields()
        .with("step", step.label())
        .with("status", RunListing.word(step.status()))
        .with("reason", step.reason() == null ? null : reason)
        .with("cachedFromRun", step.cachedFrom())
        .with(
            "cacheKey",
            store
                .queries()
                .step(step.id())
                .map(StepDetail::cacheKey)
                .map(key -> key.digest())
                .orElse(null))
        .map();
  }

  /** Items of a map with the same reason are one line. */
  private static List<String> lines(List<StepRun> steps, ReasonText reasons, Look look) {
    Map<List<String>, List<StepRun>> alike = new LinkedHashMap<>();
    for (StepRun step : steps) {
      String name = look.interactive() ? step.step() : step.label();
      alike
          .computeIfAbsent(List.of(name, did(step), why(step, reasons)), key -> new ArrayList<>())
          .add(step);
    }
    TextTable table = new TextTable("", List.of()).cutting(2);
    alike.forEach((line, group) -> table.row(
        Text.of(group.size() == 1 ? group.get(0).label() : line.get(0) + " ×" + group.size()),
        Text.of(line.get(1), Glyph.of(group.get(0).status()).style()),
        Text.of(line.get(2))));
    return table.lines(look);
  }

  private static String did(StepRun step) {
    return step.status() == StepStatus.COMPLETED ? "ran" : RunListing.words(step.status());
  }

  private static String why(StepRun step, ReasonText reasons) {
    String reason = reasons.of(step);
    return step.cachedFrom() == null || reason.contains("#" + step.cachedFrom())
        ? reason
        : reason + " (run #" + step.cachedFrom() + ")";
  }
}
