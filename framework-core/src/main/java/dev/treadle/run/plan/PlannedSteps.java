package dev.treadle.run.plan;

import dev.treadle.api.Resources;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.compile.EffectiveOptions;
import dev.treadle.graph.StepNode;
import dev.treadle.launch.PlannedStep;
import dev.treadle.launch.PlannedStep.Outlook;
import dev.treadle.run.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has been found out of the steps of a plan. */
final class PlannedSteps {
  private final CompiledPipeline pipeline;
  private final List<PlannedStep> steps = new ArrayList<>();

  PlannedSteps(CompiledPipeline pipeline) {
    this.pipeline = pipeline;
  }

  /** Of a node that is no step, only its failure is of interest. */
  void add(Task task, Outlook outlook, String reason) {
    if (task.node() instanceof StepNode || outlook == Outlook.FAIL) {
      add(task, outlook, reason, null, List.of());
    }
  }

  void addCached(Task task, String reason, long from) {
    add(task, Outlook.CACHED, reason, from, List.of());
  }

  void addOpen(Task task, List<String> causes) {
    if (task.node() instanceof StepNode) {
      add(task, Outlook.UNKNOWN, "depends on " + String.join(", ", causes), null, causes);
    }
  }

  /** In the order of the graph, those of a map by item. */
  List<PlannedStep> inOrder() {
    steps.sort(
        Comparator.<PlannedStep>comparingInt(step -> pipeline.node(step.step()).orElseThrow())
            .thenComparingInt(PlannedStep::mapIndex));
    return steps;
  }

  private void add(
      Task task, Outlook outlook, String reason, @Nullable Long from, List<String> causes) {
    Optional<EffectiveOptions> options =
        pipeline.step(task.node().name()).map(step -> step.options());
    steps.add(new PlannedStep(
        task.node().name(),
        task.mapIndex(),
        outlook,
        reason,
        from,
        causes,
        options.map(each -> each.retry().times()).orElse(0),
        options.flatMap(EffectiveOptions::timeout).map(Duration::toMillis).orElse(null),
        options.map(EffectiveOptions::resources).orElse(Resources.NONE)));
  }
}
