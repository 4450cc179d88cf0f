package dev.treadle.run;

import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.graph.BranchNode;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.StepNode;
import dev.treadle.id.IdGenerator;
import dev.treadle.run.recording.RunRecorder;
import dev.treadle.run.reuse.CacheAdvisor;
import dev.treadle.run.reuse.CacheDecision;
import dev.treadle.run.reuse.LeftOut;
import dev.treadle.run.reuse.Resumption;
import dev.treadle.run.task.Obstacle;
import dev.treadle.run.task.RunGraph;
import dev.treadle.run.task.StepResult;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.task.Task;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the graph of one run: ends by itself each task that needs no attempt, as branches, maps, steps with a result or an
 * obstacle, hands the other steps to the coordinator, and goes on with what an end makes ready.
 */
final class TaskWalk {
  private final RunCoordinator coordinator;
  private final RunGraph graph;
  private final CacheAdvisor cache;
  private final RunRecorder recorder;
  private final LeftOut leftOut;
  private final Resumption before;
  private final Verdict verdict;
  private final IdGenerator ids;
  private final Clock clock;

  TaskWalk(
      RunCoordinator coordinator,
      RunGraph graph,
      CacheAdvisor cache,
      RunRecorder recorder,
      LeftOut leftOut,
      Resumption before,
      Verdict verdict,
      IdGenerator ids,
      Clock clock) {
    this.coordinator = coordinator;
    this.graph = graph;
    this.cache = cache;
    this.recorder = recorder;
    this.leftOut = leftOut;
    this.before = before;
    this.verdict = verdict;
    this.ids = ids;
    this.clock = clock;
  }

  /** Begins with the tasks that wait for nothing. */
  void start() {
    goOn(graph.schedule().start());
  }

  /** A step has its result: goes on with what that makes ready. */
  void ended(Task task, StepResult result) {
    goOn(end(task, result));
  }

  /** A step is not executed any more. */
  void notRun(Task task) {
    goOn(end(task, StepStatus.NOT_RUN, verdict.reason()));
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
    Optional<StepResult> kept =
        task.node() instanceof StepNode ? before.result(task, graph.step(task)) : Optional.empty();
    if (kept.isPresent()) {
      before.step(task).ifPresent(recorder::kept);
      return end(task, kept.get());
    }
    if (!coordinator.mayStart()) {
      return end(task, StepStatus.NOT_RUN, reasonNotToStart(task));
    }
    Optional<Obstacle> obstacle = leftOut.obstacle(task, graph.values());
    if (obstacle.isPresent()) {
      return end(task, obstacle.get().status(), obstacle.get().reason());
    }
    try {
      Optional<CacheDecision> taken = leftOut.taken(task);
      if (taken.isPresent()) {
        return reuse(new StepWork(task, graph.step(task), ids.next(), List.of()), taken.get());
      }
      if (task.node() instanceof StepNode) {
        candidates.add(cache.candidate(work(task)));
        return List.of();
      }
      return task.node() instanceof MapNode map
          ? advance(task, map)
          : ended(graph.decide(task, (BranchNode) task.node()));
    } catch (RuntimeException | Error e) {
      return fail(task, e);
    }
  }

  /** A task that needs what failed could not run in any case; others might have. */
  private String reasonNotToStart(Task task) {
    Optional<Obstacle> obstacle = verdict.status() == RunStatus.FAILED
        ? leftOut.obstacle(task, graph.values())
        : Optional.empty();
    return obstacle
        .filter(met -> met.status() == StepStatus.NOT_RUN)
        .map(Obstacle::reason)
        .orElseGet(verdict::reason);
  }

  private List<Task> advance(Task task, MapNode map) {
    if (task.isExpanded()) {
      return end(task, StepResult.without(StepStatus.COMPLETED));
    }
    int items = graph.takeApart(task, map);
    recorder.expanded(map, graph.schedule().body(map.name()), items);
    return graph.schedule().expand(task, items);
  }

  private StepWork work(Task task) {
    return new StepWork(
        task,
        graph.step(task),
        before.step(task).map(StepRun::id).orElseGet(ids::next),
        graph.inputs(task),
        before.attempts(task),
        before.lost(task, clock.instant()));
  }

  private List<Task> startOrReuse(List<CacheAdvisor.Candidate> candidates) {
    List<Task> ready = new ArrayList<>();
    List<CacheDecision> decisions = cache.decide(candidates);
    for (int i = 0; i < candidates.size(); i++) {
      StepWork work = candidates.get(i).work();
      CacheDecision decision = decisions.get(i);
      if (decision.hit() != null) {
        ready.addAll(reuse(work, decision));
      } else {
        coordinator.execute(work, decision);
      }
    }
    return ready;
  }

  private List<Task> reuse(StepWork work, CacheDecision decision) {
    return end(work.task(), recorder.reused(work, decision));
  }

  private List<Task> fail(Task task, Throwable thrown) {
    verdict.fail(task, thrown);
    recorder.failedBeforeStart(task, thrown);
    List<Task> ready = end(task, StepResult.without(StepStatus.FAILED));
    coordinator.stopWhatIsNotWanted();
    return ready;
  }

  private List<Task> end(Task task, StepStatus status, String reason) {
    recorder.notRun(task, status, reason, graph.endsWith(task));
    return end(task, StepResult.without(status));
  }

  private List<Task> end(Task task, StepResult result) {
    return ended(graph.end(task, result));
  }

  private List<Task> ended(List<Task> ready) {
    if (graph.schedule().isDone()) {
      coordinator.finish();
    }
    return ready;
  }
}
