package dev.treadle.run;

import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.BranchNode;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.StepNode;
import dev.treadle.id.IdGenerator;
import dev.treadle.launch.OnFailure;
import dev.treadle.run.attempt.Attempt;
import dev.treadle.run.attempt.AttemptObserver;
import dev.treadle.run.attempt.AttemptOutcome;
import dev.treadle.run.attempt.RunScope;
import dev.treadle.run.failure.RunCancelledException;
import dev.treadle.run.recording.RunRecorder;
import dev.treadle.run.reuse.CacheAdvisor;
import dev.treadle.run.reuse.CacheDecision;
import dev.treadle.run.reuse.LeftOut;
import dev.treadle.run.reuse.Resumption;
import dev.treadle.run.task.MapItems;
import dev.treadle.run.task.Obstacle;
import dev.treadle.run.task.RunValues;
import dev.treadle.run.task.Schedule;
import dev.treadle.run.task.StepResult;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.task.Task;
import dev.treadle.run.value.InputValue;
import dev.treadle.spi.Orchestrator;
import java.time.Duration;
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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Drives the graph of one run: takes tasks that wait for nothing, evaluates branches and maps itself, takes steps from the
 * cache or hands them to the orchestrator, and goes on with what their end makes ready. Has no thread of its own: whoever
 * ends a task carries on with the next ones.
 *
 * <p>When a step has failed for good, {@link OnFailure} says what becomes of the others. Whatever goes wrong, in user code or in
 * the engine, the run ends.
 */
public final class RunCoordinator implements AttemptObserver {
  private final CompiledPipeline pipeline;
  private final RunScope scope;
  private final RunValues values;
  private final CacheAdvisor cache;
  private final RunRecorder recorder;
  private final MapItems mapItems;
  private final Orchestrator.Execution execution;
  private final IdGenerator ids;
  private final LeftOut leftOut;
  private final Resumption before;
  private final Schedule schedule;
  private final Verdict verdict;
  private final Object lock = new Object();
  /** Those that wait or run. */
  private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();

  private final CompletableFuture<RunStatus> finished = new CompletableFuture<>();
  private int open;

  RunCoordinator(
      CompiledPipeline pipeline,
      RunScope scope,
      RunValues values,
      CacheAdvisor cache,
      RunRecorder recorder,
      MapItems mapItems,
      Orchestrator.Execution execution,
      IdGenerator ids,
      LeftOut leftOut,
      Resumption before,
      OnFailure onFailure) {
    this.pipeline = pipeline;
    this.scope = scope;
    this.values = values;
    this.cache = cache;
    this.recorder = recorder;
    this.mapItems = mapItems;
    this.execution = execution;
    this.ids = ids;
    this.leftOut = leftOut;
    this.before = before;
    this.verdict = new Verdict(onFailure);
    this.schedule = new Schedule(pipeline.graph());
    this.open = schedule.tasks().size();
  }

  /** Starts; the result completes when every task has ended, or fails when the run cannot go on. */
  CompletableFuture<RunStatus> start() {
    try {
      if (open == 0) {
        finished.complete(verdict.status());
      } else {
        goOn(schedule.start());
      }
    } catch (RuntimeException | Error e) {
      broke(e);
    }
    return finished;
  }

  /**
   * Starts nothing more and stops what runs.
   *
   * @param by who asked for it and why, may be empty
   */
  void cancel(String by) {
    verdict.cancel(by);
    withdrawWaiting();
    attempts.forEach(attempt -> attempt.stop(verdict.stop()));
  }

  /** As {@link #cancel}, but the run has failed: its time is up. */
  void expire(Duration timeout) {
    if (!finished.isDone()) {
      verdict.expire(timeout);
      withdrawWaiting();
    }
  }

  /** Ends the run at once: it cannot be recorded any more, or the engine itself failed. */
  @Override
  public void broke(Throwable because) {
    if (finished.completeExceptionally(because)) {
      attempts.forEach(attempt -> attempt.stop(new RunCancelledException()));
    }
  }

  /** One line on what failed first, null when nothing did. */
  @Nullable
  String error() {
    return verdict.error();
  }

  @Override
  public boolean mayStart() {
    return verdict.isGood() && !finished.isDone();
  }

  @Override
  public void started(Attempt attempt, Instant at) {
    recorder.started(attempt.work(), attempt.number(), at, attempt.decision().reason());
    if (verdict.isCancelled() || verdict.isHasty() || finished.isDone()) {
      attempt.stop(verdict.stop());
    }
  }

  @Override
  public void notStarted(Attempt attempt, @Nullable TreadleException cause) {
    attempts.remove(attempt);
    if (finished.isDone()) {
      return;
    }
    StepWork work = attempt.work();
    if (cause != null && mayStart()) {
      verdict.fail(work.task(), cause);
      recorder.lost(work, attempt.decision(), cause);
      goOn(end(work.task(), StepResult.without(StepStatus.FAILED)));
      withdrawWaiting();
    } else if (work.attempts().isEmpty()) {
      goOn(end(work.task(), StepStatus.NOT_RUN, verdict.reason()));
    } else {
      fail(
          attempt,
          verdict.isCancelled() || verdict.isHasty() ? StepStatus.CANCELLED : StepStatus.FAILED);
    }
  }

  @Override
  public void stopApart(Attempt attempt) {
    execution.stop(attempt, Attempt.GRACE);
  }

  @Override
  public void endedApart(Attempt attempt, StepRun end) {
    attempts.remove(attempt);
    if (!finished.isDone()) {
      goOn(end(attempt.work().task(), recorder.endedApart(attempt.work(), end)));
    }
  }

  @Override
  public void givenUp(Attempt attempt) {
    execution.giveUp(attempt);
  }

  @Override
  public void ended(Attempt attempt, AttemptOutcome outcome) {
    attempts.remove(attempt);
    if (finished.isDone()) {
      return;
    }
    StepWork work = attempt.work();
    Throwable thrown = outcome.thrown();
    if (thrown == null) {
      goOn(
          end(work.task(), recorder.completed(work, attempt.decision(), outcome, attempt.notes())));
    } else if (thrown instanceof RunCancelledException) {
      fail(attempt, StepStatus.CANCELLED);
    } else if (mayStart() && Retries.pause(work, thrown).isPresent()) {
      retry(attempt, Retries.pause(work, thrown).orElseThrow());
    } else {
      verdict.fail(work.task(), thrown);
      fail(attempt, StepStatus.FAILED);
    }
  }

  private void fail(Attempt last, StepStatus status) {
    recorder.failed(last.work(), status, last.decision(), last.notes());
    goOn(end(last.work().task(), StepResult.without(status)));
    withdrawWaiting();
  }

  private void submit(Attempt attempt) {
    attempts.add(attempt);
    execution.submit(attempt);
    if (!mayStart()) {
      attempt.withdraw();
    }
  }

  /** The next attempt takes no place while it waits for its time. */
  private void retry(Attempt failed, Duration pause) {
    recorder.retried(failed.work(), failed.notes(), pause);
    Attempt next = failed.next();
    if (pause.isZero()) {
      submit(next);
      return;
    }
    attempts.add(next);
    var unused = scope
        .timer()
        .schedule(() -> next.guarded(() -> submit(next)), pause.toMillis(), TimeUnit.MILLISECONDS);
    if (!mayStart()) {
      next.withdraw();
    }
  }

  /**
   * What will not start need not wait for a place: those that have the places may never end. What runs is stopped if the
   * failure of another is to end it.
   */
  private void withdrawWaiting() {
    if (!mayStart()) {
      attempts.forEach(Attempt::withdraw);
    }
    if (verdict.isHasty()) {
      attempts.forEach(attempt -> attempt.stop(verdict.stop()));
    }
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
    Optional<StepResult> kept = task.node() instanceof StepNode step
        ? before.result(task, pipeline.step(step.name()).orElseThrow())
        : Optional.empty();
    if (kept.isPresent()) {
      before.step(task).ifPresent(recorder::kept);
      return end(task, kept.get());
    }
    if (!mayStart()) {
      return end(task, StepStatus.NOT_RUN, verdict.reason());
    }
    Optional<Obstacle> obstacle = obstacle(task);
    if (obstacle.isPresent()) {
      return end(task, obstacle.get().status(), obstacle.get().reason());
    }
    try {
      Optional<CacheDecision> taken = leftOut.taken(task);
      if (taken.isPresent()) {
        return take(task, taken.get());
      }
      if (task.node() instanceof StepNode step) {
        candidates.add(cache.candidate(work(task, step)));
        return List.of();
      }
      return task.node() instanceof MapNode map
          ? advance(task, map)
          : advance(task, (BranchNode) task.node());
    } catch (RuntimeException | Error e) {
      return fail(task, e);
    }
  }

  /** What stands in for a step is there whatever became of those before it. */
  private Optional<Obstacle> obstacle(Task task) {
    Optional<Obstacle> obstacle = leftOut.obstacle(task);
    return obstacle.isPresent() || leftOut.takes(task) ? obstacle : Obstacle.of(task, values);
  }

  private List<Task> take(Task task, CacheDecision result) {
    var step = pipeline.step(task.node().name()).orElseThrow();
    return end(task, recorder.reused(new StepWork(task, step, ids.next(), List.of()), result));
  }

  private List<Task> advance(Task task, BranchNode branch) {
    boolean condition = (Boolean)
        values.resolve(branch.condition(), Boolean.class, task.mapIndex()).load();
    values.putCondition(task, condition);
    return end(task, StepResult.without(StepStatus.COMPLETED));
  }

  private List<Task> advance(Task task, MapNode map) {
    if (task.isExpanded()) {
      return end(task, StepResult.without(StepStatus.COMPLETED));
    }
    List<InputValue> items = mapItems.of(map, values, task.mapIndex());
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
        submit(new Attempt(scope, this, work, decision));
      }
    }
    return ready;
  }

  private StepWork work(Task task, StepNode node) {
    var step = pipeline.step(node.name()).orElseThrow();
    return new StepWork(
        task,
        step,
        before.step(task).map(StepRun::id).orElseGet(ids::next),
        values.inputs(step, task.mapIndex()),
        before.attempts(task),
        before.lost(task, scope.clock().instant()));
  }

  private List<Task> fail(Task task, Throwable thrown) {
    verdict.fail(task, thrown);
    recorder.failedBeforeStart(task, thrown);
    List<Task> ready = end(task, StepResult.without(StepStatus.FAILED));
    withdrawWaiting();
    return ready;
  }

  private List<Task> end(Task task, StepStatus status, String reason) {
    recorder.notRun(task, status, reason, bodyOf(task));
    return end(task, StepResult.without(status));
  }

  /** The nodes that end with a map which is never expanded. */
  private Collection<Node> bodyOf(Task task) {
    return task.node() instanceof MapNode map && !task.isExpanded()
        ? schedule.body(map.name())
        : List.of();
  }

  private List<Task> end(Task task, StepResult result) {
    values.put(task, result);
    List<Task> ready;
    boolean last;
    synchronized (lock) {
      ready = schedule.end(task, result.status());
      last = --open == 0;
    }
    if (last) {
      finished.complete(verdict.status());
    }
    return ready;
  }
}
