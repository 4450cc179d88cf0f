package dev.treadle.run.recording;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.EdgeRole;
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
import dev.treadle.metadata.FinishAttempt;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.StartStep;
import dev.treadle.metadata.UnitOfWork;
import dev.treadle.run.attempt.AttemptNotes;
import dev.treadle.run.attempt.AttemptOutcome;
import dev.treadle.run.attempt.StepWitness;
import dev.treadle.run.attempt.StoredOutput;
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
  private final Consumer<Throwable> onLoss;
  /** The unit submitted last, as the store takes them in order. */
  private CompletableFuture<?> recorded = CompletableFuture.completedFuture(null);
  /** The same, when what hangs on it is done too. */
  private CompletableFuture<?> told = recorded;

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
    this.onLoss = onLoss;
  }

  /** Completes when all that was recorded so far is durable or lost, and the loss known. */
  public synchronized CompletableFuture<?> settled() {
    return told.handle((done, error) -> null);
  }

  @Override
  public void awaitVisible() {
    CompletableFuture<?> last;
    synchronized (this) {
      last = recorded;
    }
    var unused = last.handle((done, error) -> null).join();
  }

  public void expanded(MapNode map, Collection<Node> body, int items) {
    List<String> steps =
        body.stream().filter(StepNode.class::isInstance).map(Node::name).toList();
    events.tell(new RunEvent.MapExpanded(run, clock.instant(), map.name(), steps, items));
  }

  public void started(StepWork work, int attempt, Instant at, String reason) {
    Task task = work.task();
    submit(
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
  public void retried(StepWork work, Duration pause) {
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
    work.takeUnrecorded()
        .forEach(attempt -> submit(new FinishAttempt(work.id(), run, attempt), () -> {}));
    events.tell(event);
  }

  /** Publishes the outputs of a step that ran. */
  public StepResult completed(
      StepWork work, CacheDecision decision, AttemptOutcome outcome, AttemptNotes notes) {
    List<NewVersion> versions = new ArrayList<>();
    Map<String, Produced> produced = new LinkedHashMap<>();
    for (StoredOutput output : outcome.outputs()) {
      versions.add(output.version());
      produced.put(output.version().output(), output.produced());
    }
    String summary = Summaries.of(outcome.outputs(), notes);
    versions.addAll(notes.savedVersions());
    finish(endings.of(
        work, StepStatus.COMPLETED, decision, summary, versions, List.of(), notes, null));
    return new StepResult(StepStatus.COMPLETED, produced);
  }

  /** Tells of a step whose end its process has recorded. */
  public StepResult endedApart(StepWork work, StepRun end) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metadata
        .queries()
        .lastMetrics(run)
        .getOrDefault(end.id(), List.of())
        .forEach(point -> metrics.put(point.name(), point.number()));
    tell(end, String.valueOf(end.reason()), metrics);
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
    List<NewEdge> outputs = new ArrayList<>();
    result
        .outputs()
        .forEach((name, produced) ->
            outputs.add(new NewEdge(produced.version(), EdgeRole.OUTPUT, name)));
    finish(endings.of(
        work,
        StepStatus.CACHED,
        decision,
        hit.summary(),
        List.of(),
        outputs,
        new AttemptNotes(),
        null));
    return result;
  }

  public void failed(StepWork work, StepStatus status, CacheDecision decision, AttemptNotes notes) {
    Failure failure = failure(work.last());
    finish(endings.of(work, status, decision, "", List.of(), List.of(), notes, failure));
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
    finish(endings.of(
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
      finish(endings.of(task.node(), task.mapIndex(), status, reason, List.of(), null));
    }
    for (Node node : body) {
      if (node instanceof StepNode) {
        finish(endings.of(node, -1, status, reason, List.of(), null));
      }
    }
  }

  /** What follows in this thread is what the step's end makes ready. */
  private void finish(StepEnding ending) {
    counts.add(ending.event().status());
    submit(ending.unit(), () -> events.tell(ending.event()));
    if (strict) {
      awaitVisible();
    }
  }

  private synchronized void submit(UnitOfWork<?> unit, Runnable whenDurable) {
    CompletableFuture<?> submitted = metadata.enqueue(unit);
    recorded = submitted;
    told = submitted.whenCompleteAsync(
        (done, error) -> {
          if (error == null) {
            whenDurable.run();
          } else {
            onLoss.accept(error);
          }
        },
        events);
  }

  private static Failure failure(AttemptRecord attempt) {
    Failure failure = attempt.failure();
    return failure == null ? new Failure("", "", "") : failure;
  }
}
