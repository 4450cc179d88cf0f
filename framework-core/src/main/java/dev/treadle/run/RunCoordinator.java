package dev.treadle.run;

import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.BranchNode;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.Scope;
import dev.treadle.graph.StepNode;
import dev.treadle.spi.Orchestrator;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Drives the graph of one run: takes tasks that wait for nothing, evaluates branches and maps itself, takes steps from the
 * cache or hands them to the orchestrator, and goes on with what their end makes ready. Has no thread of its own: whoever
 * ends a task carries on with the next ones.
 *
 * <p>When a step has failed for good, no other is started; those that run come to their end.
 */
final class RunCoordinator implements Attempt.Observer {
  private final CompiledPipeline pipeline;
  private final RunScope scope;
  private final RunValues values;
  private final CacheAdvisor cache;
  private final RunRecorder recorder;
  private final MapItems mapItems;
  private final Orchestrator.Execution execution;
  private final IdGenerator ids;
  private final Schedule schedule;
  private final Object lock = new Object();
  private final Set<Attempt> running = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<RunStatus> finished = new CompletableFuture<>();
  private int open;
  private volatile boolean cancelled;
  private volatile @Nullable String error;

  RunCoordinator(
      CompiledPipeline pipeline,
      RunScope scope,
      RunValues values,
      CacheAdvisor cache,
      RunRecorder recorder,
      MapItems mapItems,
      Orchestrator.Execution execution,
      IdGenerator ids) {
    this.pipeline = pipeline;
    this.scope = scope;
    this.values = values;
    this.cache = cache;
    this.recorder = recorder;
    this.mapItems = mapItems;
    this.execution = execution;
    this.ids = ids;
    this.schedule = new Schedule(pipeline.graph());
    this.open = schedule.tasks().size();
  }

  /** Starts; the result completes when every task has ended. */
  CompletableFuture<RunStatus> start() {
    if (open == 0) {
      finished.complete(RunStatus.COMPLETED);
    } else {
      goOn(schedule.start());
    }
    return finished;
  }

  /** Starts nothing more and stops what runs. */
  void cancel() {
    cancelled = true;
    RunCancelledException because = new RunCancelledException();
    running.forEach(attempt -> attempt.stop(because));
  }

  /** Ends the run because it cannot be recorded any more. */
  void abort(Throwable because) {
    finished.completeExceptionally(because);
    running.forEach(attempt -> attempt.stop(because));
  }

  /** One line on what failed first, null when nothing did. */
  @Nullable
  String error() {
    return error;
  }

  @Override
  public boolean mayStart() {
    return error == null && !cancelled && !finished.isDone();
  }

  @Override
  public void started(Attempt attempt, int number, Instant at) {
    running.add(attempt);
    if (cancelled) {
      attempt.stop(new RunCancelledException());
    }
    recorder.started(attempt.work(), number, at, attempt.reason());
  }

  @Override
  public void notStarted(Attempt attempt) {
    goOn(end(attempt.work().task(), StepStatus.NOT_RUN, notRunReason()));
  }

  @Override
  public void ended(Attempt attempt, AttemptOutcome outcome, AttemptNotes notes) {
    running.remove(attempt);
    StepWork work = attempt.work();
    Throwable thrown = outcome.thrown();
    if (thrown == null) {
      goOn(end(work.task(), recorder.completed(work, attempt.decision(), outcome, notes)));
      return;
    }
    if (!(thrown instanceof RunCancelledException)
        && mayStart()
        && work.attempts().size() <= work.step().options().retries()) {
      recorder.retried(work);
      execution.submit(attempt.next());
      return;
    }
    StepStatus status =
        thrown instanceof RunCancelledException ? StepStatus.CANCELLED : StepStatus.FAILED;
    if (status == StepStatus.FAILED && error == null) {
      error = work.task().label() + ": " + Failures.of(thrown).shortText();
    }
    recorder.failed(work, status, attempt.decision(), notes);
    goOn(end(work.task(), StepResult.without(status)));
  }

  /** Carries on with tasks that are ready, until nothing more can be done in this thread. */
  private void goOn(List<Task> ready) {
    Deque<Task> queue = new ArrayDeque<>(ready);
    while (!queue.isEmpty()) {
      List<CacheAdvisor.Candidate> candidates = new ArrayList<>();
      while (!queue.isEmpty()) {
        queue.addAll(advance(queue.poll(), candidates));
      }
      queue.addAll(startOrReuse(candidates));
    }
  }

  /** Looks at a task; steps that may run are added to the candidates, everything else ends here. */
  private List<Task> advance(Task task, List<CacheAdvisor.Candidate> candidates) {
    Optional<Obstacle> obstacle = obstacle(task);
    if (obstacle.isPresent()) {
      return end(task, obstacle.get().status(), obstacle.get().reason());
    }
    try {
      if (task.node instanceof StepNode step) {
        candidates.add(cache.candidate(work(task, step)));
        return List.of();
      }
      return task.node instanceof MapNode map
          ? advance(task, map)
          : advance(task, (BranchNode) task.node);
    } catch (RuntimeException | Error e) {
      return fail(task, e);
    }
  }

  private List<Task> advance(Task task, BranchNode branch) {
    boolean condition = (Boolean)
        values.resolve(branch.condition(), Boolean.class, task.mapIndex).load();
    values.putCondition(task, condition);
    return end(task, StepResult.without(StepStatus.COMPLETED));
  }

  private List<Task> advance(Task task, MapNode map) {
    if (schedule.isExpanded(map)) {
      return end(task, StepResult.without(StepStatus.COMPLETED));
    }
    List<InputValue> items =
        mapItems.of(values.resolve(map.items(), List.class, task.mapIndex), itemType(map));
    values.putItems(map.name(), items);
    recorder.expanded(map, schedule.body(map.name()), items.size());
    synchronized (lock) {
      int before = schedule.tasks().size();
      List<Task> ready = schedule.expand(task, items.size());
      open += schedule.tasks().size() - before;
      return ready;
    }
  }

  private List<Task> startOrReuse(List<CacheAdvisor.Candidate> candidates) {
    List<Task> ready = new ArrayList<>();
    List<CacheDecision> decisions = cache.decide(candidates);
    for (int i = 0; i < candidates.size(); i++) {
      StepWork work = candidates.get(i).work();
      CacheDecision decision = decisions.get(i);
      if (decision.hit() != null) {
        ready.addAll(end(work.task(), recorder.reused(work, decision)));
      } else {
        execution.submit(new Attempt(scope, work, decision));
      }
    }
    return ready;
  }

  private StepWork work(Task task, StepNode node) {
    var step = pipeline.step(node.name()).orElseThrow();
    List<InputValue> inputs = new ArrayList<>(step.inputs().size());
    for (var input : step.inputs()) {
      InputValue value = values.resolve(input.binding(), input.type(), task.mapIndex);
      inputs.add(
          input.lazy()
              ? new InputValue.LazyInput(value, new InputValue.LazyInput.Opened())
              : value);
    }
    return new StepWork(task, step, ids.next(), inputs);
  }

  private Type itemType(MapNode map) {
    return pipeline
        .typeOf(new BindingSpec.Item(map.name()))
        .orElseThrow(() -> new IllegalStateException("Map '" + map.name() + "' has no item type"));
  }

  private record Obstacle(StepStatus status, String reason) {}

  /** Why a task cannot run: the run is ending, its branch went the other way, or something it needs is not there. */
  private Optional<Obstacle> obstacle(Task task) {
    if (!mayStart()) {
      return Optional.of(new Obstacle(StepStatus.NOT_RUN, notRunReason()));
    }
    for (Scope.Guard guard : task.node.scope().guards()) {
      Optional<Boolean> condition = values.condition(guard.branch(), task.mapIndex);
      if (condition.isEmpty()) {
        return Optional.of(new Obstacle(StepStatus.SKIPPED, guard.branch() + " was skipped"));
      }
      if (condition.get() != guard.expected()) {
        return Optional.of(
            new Obstacle(StepStatus.SKIPPED, guard.branch() + " is " + condition.get()));
      }
    }
    for (BindingSpec binding : task.node.bindings()) {
      Optional<StepStatus> status = values.obstacle(binding, task.mapIndex);
      if (status.isPresent()) {
        return status.map(s ->
            new Obstacle(s, s == StepStatus.SKIPPED ? "an input was skipped" : "upstream failed"));
      }
    }
    return Optional.empty();
  }

  private String notRunReason() {
    return cancelled
        ? "the run was cancelled"
        : error == null ? "the run is ending" : "upstream failed";
  }

  private List<Task> fail(Task task, Throwable thrown) {
    if (error == null) {
      error = task.label() + ": " + Failures.of(thrown).shortText();
    }
    recorder.failedBeforeStart(task, thrown);
    return end(task, StepResult.without(StepStatus.FAILED));
  }

  private List<Task> end(Task task, StepStatus status, String reason) {
    recorder.notRun(task, status, reason, bodyOf(task));
    return end(task, StepResult.without(status));
  }

  /** The nodes that end with a map which is never expanded. */
  private Collection<Node> bodyOf(Task task) {
    return task.node instanceof MapNode map && !schedule.isExpanded(map)
        ? schedule.body(map.name())
        : List.of();
  }

  private List<Task> end(Task task, StepResult result) {
    values.put(task, result);
    synchronized (lock) {
      List<Task> ready = schedule.end(task, result.status());
      if (--open == 0) {
        finished.complete(status());
      }
      return ready;
    }
  }

  private RunStatus status() {
    if (error != null) {
      return RunStatus.FAILED;
    }
    return cancelled ? RunStatus.CANCELLED : RunStatus.COMPLETED;
  }
}
