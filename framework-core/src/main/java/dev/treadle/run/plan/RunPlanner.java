package dev.treadle.run.plan;

import dev.treadle.api.run.StepStatus;
import dev.treadle.cache.CodeFingerprint;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.compile.CompiledStep;
import dev.treadle.compile.PipelineCompiler;
import dev.treadle.config.RunParameters;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.BranchNode;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.StepNode;
import dev.treadle.json.CanonicalJson;
import dev.treadle.launch.PlannedStep;
import dev.treadle.launch.PlannedStep.Outlook;
import dev.treadle.launch.RunPlan;
import dev.treadle.metadata.CacheEntry;
import dev.treadle.metadata.RunParameter;
import dev.treadle.run.OrchestratorFeatures;
import dev.treadle.run.RunOptions;
import dev.treadle.run.RunRequest;
import dev.treadle.run.failure.Failures;
import dev.treadle.run.reuse.CacheAdvisor;
import dev.treadle.run.reuse.CacheDecision;
import dev.treadle.run.reuse.LeftOut;
import dev.treadle.run.task.MapItems;
import dev.treadle.run.task.Obstacle;
import dev.treadle.run.task.RunGraph;
import dev.treadle.run.task.RunValues;
import dev.treadle.run.task.Schedule;
import dev.treadle.run.task.StepResult;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.task.Task;
import dev.treadle.run.value.ValueStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Goes through the graph of one run as a run does and executes nothing: a step that is not cached has no result,
 * and what needs that result stays open.
 */
public final class RunPlanner {
  private static final UUID NO_ID = new UUID(0, 0);

  private final CompiledPipeline pipeline;
  private final LeftOut leftOut;
  private final RunGraph graph;
  private final Schedule schedule;
  private final RunValues values;
  private final CacheAdvisor cache;
  private final OpenTasks open;
  private final PlannedSteps planned;

  private RunPlanner(CompiledPipeline pipeline, RunOptions options, PlanServices services) {
    ValueStore stored = services.values();
    this.pipeline = pipeline;
    this.leftOut = LeftOut.of(pipeline, options.selection(), services.queries(), stored);
    this.values = RunValues.of(pipeline, stored, services.external());
    this.graph =
        new RunGraph(pipeline, values, new MapItems(pipeline, stored, services.materializers()));
    this.schedule = graph.schedule();
    this.cache = new CacheAdvisor(
        pipeline.name(),
        options.reuse(),
        options.seed(),
        services.queries(),
        stored,
        CodeFingerprint.of(pipeline.loader()));
    this.open = new OpenTasks(schedule, values);
    this.planned = new PlannedSteps(pipeline);
  }

  /**
   * What a run would do.
   *
   * @throws dev.treadle.error.TreadleException when the pipeline has problems, or no step of a name in the options
   */
  public static <P extends Record> RunPlan plan(RunRequest<P> request, PlanServices services) {
    CompiledPipeline compiled = new PipelineCompiler(services.materializers()::choose)
        .compile(
            request.pipeline(), request.params(), OrchestratorFeatures.of(services.orchestrator()));
    request.options().reuse().refuseUnknown(compiled.graph());
    return new RunPlan(
        compiled.name(),
        request.options().seed(),
        new String(CanonicalJson.bytes(request.params()), StandardCharsets.UTF_8),
        RunParameters.of(request.params()).stream()
            .filter(RunParameter::changed)
            .map(RunParameter::key)
            .toList(),
        new RunPlanner(compiled, request.options(), services).steps());
  }

  private List<PlannedStep> steps() {
    Deque<Task> queue = new ArrayDeque<>(schedule.start());
    while (!queue.isEmpty()) {
      List<CacheAdvisor.Candidate> candidates = new ArrayList<>();
      while (!queue.isEmpty()) {
        queue.addAll(advance(queue.poll(), candidates));
      }
      queue.addAll(decide(candidates));
    }
    return planned.inOrder();
  }

  /** Looks at a task; steps whose inputs are known are added to the candidates, everything else ends here. */
  private List<Task> advance(Task task, List<CacheAdvisor.Candidate> candidates) {
    Optional<Obstacle> left = leftOut.obstacle(task);
    if (left.isPresent()) {
      return end(task, left.get());
    }
    if (leftOut.takes(task)) {
      return take(task);
    }
    List<Task> needed = open.neededBy(task);
    boolean guarded = open.isGuarded(task, needed);
    Optional<Obstacle> obstacle = needed.isEmpty()
        ? Obstacle.of(task, values)
        : guarded ? Optional.empty() : Obstacle.ofGuards(task, values);
    if (obstacle.isPresent()) {
      return end(task, obstacle.get());
    }
    if (!needed.isEmpty()) {
      return leaveOpen(task, needed, guarded);
    }
    try {
      if (task.node() instanceof StepNode step) {
        CompiledStep compiled = pipeline.step(step.name()).orElseThrow();
        candidates.add(cache.candidate(
            new StepWork(task, compiled, NO_ID, values.inputs(compiled, task.mapIndex()))));
        return List.of();
      }
      return task.node() instanceof MapNode map
          ? advance(task, map)
          : graph.decide(task, (BranchNode) task.node());
    } catch (RuntimeException e) {
      planned.add(task, Outlook.FAIL, Failures.of(e).shortText());
      return graph.end(task, StepResult.without(StepStatus.FAILED));
    }
  }

  private List<Task> take(Task task) {
    CompiledStep step = pipeline.step(task.node().name()).orElseThrow();
    try {
      CacheDecision taken = leftOut.taken(task).orElseThrow();
      CacheEntry result = Objects.requireNonNull(taken.hit());
      planned.addCached(task, taken.reason(), result.runNumber());
      return graph.end(task, StepResult.cached(step, result));
    } catch (TreadleException e) {
      planned.add(task, Outlook.FAIL, Failures.of(e).shortText());
      return graph.end(task, StepResult.without(StepStatus.FAILED));
    }
  }

  private List<Task> advance(Task task, MapNode map) {
    return task.isExpanded()
        ? graph.end(task, StepResult.without(StepStatus.COMPLETED))
        : schedule.expand(task, graph.takeApart(task, map));
  }

  private List<Task> decide(List<CacheAdvisor.Candidate> candidates) {
    List<Task> ready = new ArrayList<>();
    List<CacheDecision> decisions = cache.decide(candidates);
    for (int i = 0; i < candidates.size(); i++) {
      StepWork work = candidates.get(i).work();
      CacheDecision decision = decisions.get(i);
      if (decision.hit() == null) {
        planned.add(work.task(), Outlook.RUN, decision.reason());
        open.add(work.task(), List.of(work.task().label()), false);
        ready.addAll(schedule.end(work.task(), StepStatus.COMPLETED));
      } else {
        planned.addCached(work.task(), decision.reason(), decision.hit().runNumber());
        ready.addAll(graph.end(work.task(), StepResult.cached(work.step(), decision.hit())));
      }
    }
    return ready;
  }

  /** What it needs has no result yet. A step that no result could save is known to run, if nothing can skip it. */
  private List<Task> leaveOpen(Task task, List<Task> needed, boolean guarded) {
    List<String> causes = open.causes(task, needed);
    boolean doubtful = guarded || open.areDoubtful(needed);
    if (task.node() instanceof StepNode step) {
      Optional<String> always = doubtful
          ? Optional.empty()
          : cache.runsAlways(pipeline.step(step.name()).orElseThrow());
      always.ifPresentOrElse(
          reason -> planned.add(task, Outlook.RUN, reason), () -> planned.addOpen(task, causes));
      open.add(task, List.of(task.label()), doubtful);
    } else {
      for (Node node : graph.endsWith(task)) {
        planned.addOpen(new Task(node, -1), causes);
      }
      open.add(task, causes, doubtful);
    }
    return schedule.end(task, StepStatus.COMPLETED);
  }

  private List<Task> end(Task task, Obstacle obstacle) {
    Outlook outlook = obstacle.status() == StepStatus.SKIPPED ? Outlook.SKIPPED : Outlook.NOT_RUN;
    planned.add(task, outlook, obstacle.reason());
    for (Node node : graph.endsWith(task)) {
      planned.add(new Task(node, -1), outlook, obstacle.reason());
    }
    return graph.end(task, StepResult.without(obstacle.status()));
  }
}
