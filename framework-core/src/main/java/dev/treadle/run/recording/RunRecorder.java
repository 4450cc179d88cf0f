package dev.treadle.run.recording;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.Failure;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.StepNode;
import dev.treadle.id.IdGenerator;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.CacheEntry;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.StartStep;
import dev.treadle.run.attempt.AttemptNotes;
import dev.treadle.run.attempt.AttemptOutcome;
import dev.treadle.run.attempt.StepWitness;
import dev.treadle.run.failure.Failures;
import dev.treadle.run.reuse.CacheDecision;
import dev.treadle.run.reuse.Resumption;
import dev.treadle.run.task.StepResult;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.task.Task;
import dev.treadle.run.value.Produced;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Writes what happens to the steps of one run, and tells it. Units go to the store in the order in which they become true, so
 * that a step's record follows those of its inputs; an event about a step's end is told when its record is durable.
 */
public final class RunRecorder implements StepWitness {
  private final UUID run;
  private final MetadataStore metadata;
  private final EventQueue events;
  private final StepCounts counts;
  private final Clock clock;
  private final Resumption before;
  private final boolean strict;
  private final StepEndings endings;
  private final UnitQueue units;

  public RunRecorder(
      UUID run,
      MetadataStore metadata,
      EventQueue events,
      StepCounts counts,
      Clock clock,
      IdGenerator ids,
      Resumption before,
      boolean strict,
      Consumer<Throwable> onLoss) {
    this.run = run;
    this.metadata = metadata;
    this.events = events;
    this.counts = counts;
    this.clock = clock;
    this.before = before;
    this.strict = strict;
    this.endings = new StepEndings(run, clock, ids, before);
    this.units = new UnitQueue(metadata, events, onLoss);
  }

  /** Completes when all that was recorded so far is durable or lost, and the loss known. */
  public CompletableFuture<?> settled() {
    return units.settled();
  }

  @Override
  public void awaitVisible() {
    units.awaitVisible();
  }

  public void expanded(MapNode map, Collection<Node> body, int items) {
    List<String> steps =
        body.stream().filter(StepNode.class::isInstance).map(Node::name).toList();
    events.tell(new RunEvent.MapExpanded(run, clock.instant(), map.name(), steps, items));
  }

  /** Records the start of an attempt, and before it the one that was lost with its process. */
  public void started(StepWork work, int attempt, Instant at, String reason) {
    Task task = work.task();
    work.takeUnrecorded()
        .forEach(lost -> units.submit(endings.attempt(work, lost, new AttemptNotes()), () -> {}));
    units.submit(
        new StartStep(work.id(), run, task.node().name(), task.mapIndex(), attempt, at), () -> {});
    events.tell(
        new RunEvent.StepStarted(run, at, task.node().name(), task.mapIndex(), attempt, reason));
  }

  @Override
  public void progress(Task task, long done, long total) {
    events.tell(new RunEvent.StepProgress(
        run, clock.instant(), task.node().name(), task.mapIndex(), done, total));
  }

  /** Records an attempt that failed when another follows. */
  public void retried(StepWork work, AttemptNotes notes, Duration pause) {
    AttemptRecord last = work.last();
    Task task = work.task();
    var event = new RunEvent.StepRetried(
        run,
        last.endedAt(),
        task.node().name(),
        task.mapIndex(),
        last.number(),
        failure(last),
        pause.toMillis());
    List<AttemptRecord> ended = work.takeUnrecorded();
    ended.forEach(attempt -> {
      AttemptNotes said = attempt.number() == last.number() ? notes : new AttemptNotes();
      units.submit(endings.attempt(work, attempt, said), () -> {});
    });
    events.tell(event);
  }

  /** Publishes the outputs of a step that ran. */
  public StepResult completed(
      StepWork work, CacheDecision decision, AttemptOutcome outcome, AttemptNotes notes) {
    finish(endings.completed(work, decision, outcome.outputs(), notes));
    Map<String, Produced> produced = new LinkedHashMap<>();
    outcome.outputs().forEach(output -> produced.put(output.version().output(), output.produced()));
    return new StepResult(StepStatus.COMPLETED, produced);
  }

  /** Tells of a step whose end its process has recorded. */
  public StepResult endedApart(StepWork work, StepRun end) {
    tell(end, String.valueOf(end.reason()), recordedMetrics(end.id()));
    return StepResult.stored(
        end.status(),
        work.step(),
        metadata.queries().outputs(List.of(end.id())).getOrDefault(end.id(), List.of()));
  }

  /** Records that a stored result is used. */
  public StepResult reused(StepWork work, CacheDecision decision) {
    CacheEntry hit = decision.hit();
    if (hit == null) {
      throw new IllegalArgumentException("No stored result for " + work.task().label());
    }
    StepResult result = StepResult.cached(work.step(), hit);
    finish(endings.reused(work, decision, hit.summary(), result));
    return result;
  }

  public void failed(StepWork work, StepStatus status, CacheDecision decision, AttemptNotes notes) {
    Failure failure = failure(work.last());
    Map<String, Double> metrics =
        work.isRecorded() ? recordedMetrics(work.id()) : notes.lastMetrics();
    finish(endings.failed(work, status, decision, notes, metrics, failure));
  }

  /** Records a step whose attempt the orchestrator has lost before it could begin. */
  public void lost(StepWork work, CacheDecision decision, Throwable cause) {
    Instant now = clock.instant();
    int number = work.nextAttempt();
    Failure failure = Failures.of(cause);
    work.ended(new AttemptRecord(number, AttemptStatus.INTERRUPTED, now, now, failure, null, 0));
    failed(work, StepStatus.FAILED, decision, new AttemptNotes());
  }

  /** Records a task that failed before an attempt could begin. */
  public void failedBeforeStart(Task task, Throwable thrown) {
    Instant now = clock.instant();
    Failure failure = Failures.of(thrown);
    List<AttemptRecord> attempts =
        new ArrayList<>(before.lost(task, now).stream().toList());
    int number = before.attempts(task) + attempts.size() + 1;
    attempts.add(new AttemptRecord(number, AttemptStatus.FAILED, now, now, failure, null, 0));
    finish(endings.neverReady(
        task.node(),
        task.mapIndex(),
        StepStatus.FAILED,
        "failed before it could start",
        attempts,
        failure));
  }

  /** Tells of a step that has its result from before. */
  public void kept(StepRun step) {
    tell(step, "finished before", Map.of());
  }

  private void tell(StepRun step, String reason, Map<String, Double> metrics) {
    counts.add(step.status());
    events.tell(new RunEvent.StepEnded(
        run,
        clock.instant(),
        step.step(),
        step.mapIndex(),
        step.status(),
        step.startedAt() == null || step.endedAt() == null
            ? 0
            : Duration.between(step.startedAt(), step.endedAt()).toMillis(),
        reason,
        step.cachedFrom(),
        step.summary(),
        metrics,
        null));
  }

  /** Records a task that did not run, and with a map all of its body. What is recorded of it from before stays. */
  public void notRun(Task task, StepStatus status, String reason, Collection<Node> body) {
    if (task.node() instanceof StepNode && before.step(task).isEmpty()) {
      finish(endings.neverReady(task.node(), task.mapIndex(), status, reason, List.of(), null));
    }
    for (Node node : body) {
      if (node instanceof StepNode) {
        finish(endings.neverReady(node, -1, status, reason, List.of(), null));
      }
    }
  }

  /** What follows in this thread is what the step's end makes ready. */
  private void finish(StepEnding ending) {
    counts.add(ending.event().status());
    Runnable told = () -> events.tell(ending.event());
    if (strict) {
      units.write(ending.unit(), told);
    } else {
      units.submit(ending.unit(), told);
    }
  }

  private Map<String, Double> recordedMetrics(UUID stepRun) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metadata
        .queries()
        .lastMetrics(run)
        .getOrDefault(stepRun, List.of())
        .forEach(point -> metrics.put(point.name(), point.number()));
    return metrics;
  }

  private static Failure failure(AttemptRecord attempt) {
    Failure failure = attempt.failure();
    return failure == null ? new Failure("", "", "") : failure;
  }
}
