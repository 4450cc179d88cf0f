package dev.treadle.run.recording;

import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.Failure;
import dev.treadle.api.run.RunEvent.StepEnded;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.cache.CacheKey;
import dev.treadle.graph.Node;
import dev.treadle.id.IdGenerator;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.CacheEntry;
import dev.treadle.metadata.CacheEntryKey;
import dev.treadle.metadata.FinishAttempt;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.NewVersion;
import dev.treadle.run.attempt.AttemptNotes;
import dev.treadle.run.attempt.StoredOutput;
import dev.treadle.run.reuse.CacheDecision;
import dev.treadle.run.reuse.Resumption;
import dev.treadle.run.task.StepResult;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.task.Task;
import dev.treadle.run.value.InputValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together the records of attempts and steps that have ended. */
public final class StepEndings {
  private final UUID run;
  private final Clock clock;
  private final IdGenerator ids;
  private final Resumption before;

  public StepEndings(UUID run, Clock clock, IdGenerator ids, Resumption before) {
    this.run = run;
    this.clock = clock;
    this.ids = ids;
    this.before = before;
  }

  /** An attempt that another may follow. */
  public FinishAttempt attempt(StepWork work, AttemptRecord attempt, AttemptNotes notes) {
    return new FinishAttempt(
        work.id(),
        run,
        attempt,
        edgesRead(work, notes, false),
        notes.facts(),
        notes.metrics(),
        notes.runTags());
  }

  /** A step that ran and returned. */
  public StepEnding completed(
      StepWork work, CacheDecision decision, List<StoredOutput> outputs, AttemptNotes notes) {
    List<NewVersion> versions = new ArrayList<>();
    outputs.forEach(output -> versions.add(output.version()));
    versions.addAll(notes.savedVersions());
    List<NewEdge> read = edgesRead(work, notes, false);
    String summary = Summaries.of(outputs, notes);
    return of(
        work,
        StepStatus.COMPLETED,
        decision,
        summary,
        versions,
        read,
        notes,
        notes.lastMetrics(),
        null);
  }

  /** A step for which a stored result is used. */
  StepEnding reused(StepWork work, CacheDecision decision, String summary, StepResult result) {
    AttemptNotes nothing = new AttemptNotes();
    List<NewEdge> edges = edgesRead(work, nothing, true);
    result
        .outputs()
        .forEach((name, output) -> edges.add(new NewEdge(output.version(), EdgeRole.OUTPUT, name)));
    return of(
        work, StepStatus.CACHED, decision, summary, List.of(), edges, nothing, Map.of(), null);
  }

  /**
   * A step whose last attempt failed or was stopped. What that said and read is part of its own record, if it has one already.
   *
   * @param notes of that attempt; empty when it was recorded
   * @param metrics the last points of that attempt
   */
  StepEnding failed(
      StepWork work,
      StepStatus status,
      CacheDecision decision,
      AttemptNotes notes,
      Map<String, Double> metrics,
      Failure failure) {
    List<NewEdge> read = work.isRecorded() ? List.of() : edgesRead(work, notes, false);
    return of(work, status, decision, "", List.of(), read, notes, metrics, failure);
  }

  /** A step that never became ready. */
  StepEnding neverReady(
      Node node,
      int mapIndex,
      StepStatus status,
      String reason,
      List<AttemptRecord> attempts,
      @Nullable Failure failure) {
    Instant now = clock.instant();
    var unit = new FinishStep(
        before.step(new Task(node, mapIndex)).map(StepRun::id).orElseGet(ids::next),
        run,
        node.name(),
        mapIndex,
        status,
        null,
        now,
        reason,
        null,
        false,
        null,
        "",
        attempts,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of());
    var event = new StepEnded(
        run, now, node.name(), mapIndex, status, 0, reason, null, "", Map.of(), failure);
    return new StepEnding(unit, event);
  }

  private StepEnding of(
      StepWork work,
      StepStatus status,
      CacheDecision decision,
      String summary,
      List<NewVersion> versions,
      List<NewEdge> edges,
      AttemptNotes notes,
      Map<String, Double> metrics,
      @Nullable Failure failure) {
    Node node = work.task().node();
    int mapIndex = work.task().mapIndex();
    List<AttemptRecord> attempts = work.attempts();
    Instant endedAt =
        attempts.isEmpty() ? clock.instant() : attempts.get(attempts.size() - 1).endedAt();
    @Nullable Instant startedAt = attempts.isEmpty() ? null : attempts.get(0).startedAt();
    CacheKey key = key(decision, notes);
    CacheEntry hit = decision.hit();
    var unit = new FinishStep(
        work.id(),
        run,
        node.name(),
        mapIndex,
        status,
        startedAt,
        endedAt,
        decision.reason(),
        key == null || hit != null ? null : new CacheEntryKey(key.digest(), key.toJson()),
        status == StepStatus.COMPLETED && key != null && notes.isReusable(),
        hit == null ? null : hit.stepRun(),
        summary,
        work.takeUnrecorded(),
        versions,
        edges,
        notes.facts(),
        notes.metrics(),
        work.step().options().tags(),
        notes.runTags());
    var event = new StepEnded(
        run,
        endedAt,
        node.name(),
        mapIndex,
        status,
        startedAt == null ? 0 : Duration.between(startedAt, endedAt).toMillis(),
        decision.reason(),
        hit == null ? null : hit.runNumber(),
        summary,
        metrics,
        failure);
    return new StepEnding(unit, event);
  }

  /** Only a step that has run is known to draw random numbers, and then which ones is part of its key. */
  private static @Nullable CacheKey key(CacheDecision decision, AttemptNotes notes) {
    CacheKey key = decision.key();
    return key == null ? null : notes.seed().map(key::seeded).orElse(key);
  }

  /** Whether a reused step would open its lazy inputs is not known: they count as declared. */
  private static List<NewEdge> edgesRead(StepWork work, AttemptNotes notes, boolean reused) {
    List<NewEdge> edges = new ArrayList<>();
    for (int i = 0; i < work.inputs().size(); i++) {
      InputValue input = work.inputs().get(i);
      InputValue bound = reused && input instanceof InputValue.LazyInput lazy ? lazy.of() : input;
      bound.edges(work.step().inputs().get(i).name(), EdgeRole.INPUT, edges);
    }
    edges.addAll(notes.observedEdges());
    return edges;
  }
}
