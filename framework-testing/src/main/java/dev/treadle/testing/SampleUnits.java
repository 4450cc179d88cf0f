package dev.treadle.testing;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepSelection;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.CacheEntryKey;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.FinishRun;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.RunParameter;
import dev.treadle.metadata.StartRun;
import dev.treadle.metadata.StartStep;
import dev.treadle.metadata.VersionContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Units of work with everything filled in, to be changed where a test looks. */
final class SampleUnits {
  static final Instant AT = Instant.parse("2026-11-24T10:15:30.123Z");

  private SampleUnits() {}

  static StartRun startRun(UUID id, String pipeline) {
    return startRun(id, pipeline, "{\"depth\":3}");
  }

  static StartRun startRun(UUID id, String pipeline, String paramsJson) {
    return new StartRun(
        id,
        pipeline,
        "sha256:" + pipeline.hashCode(),
        "{\"graph\":1}",
        "sha256:e1",
        "{\"java\":\"17\"}",
        paramsJson,
        17,
        "local",
        "ana",
        "box",
        AT,
        Map.of("team", "risk"),
        List.of(
            new RunParameter("depth", "3", 3.0, true),
            new RunParameter("kind", "tree", null, false)));
  }

  /** The run as one that executes some steps only. */
  static StartRun partial(StartRun unit, StepSelection selection) {
    return new StartRun(
        unit.id(),
        unit.pipeline(),
        unit.snapshotDigest(),
        unit.snapshotJson(),
        unit.environmentDigest(),
        unit.environmentJson(),
        unit.paramsJson(),
        unit.seed(),
        unit.stack(),
        unit.user(),
        unit.host(),
        unit.at(),
        unit.tags(),
        unit.parameters(),
        selection);
  }

  static FinishRun finishRun(UUID run, RunStatus status) {
    return new FinishRun(
        run, status, AT.plusSeconds(9), status == RunStatus.FAILED ? "boom" : null);
  }

  static StartStep startStep(FinishStep end) {
    return new StartStep(end.stepRun(), end.run(), end.step(), end.mapIndex(), 1, AT);
  }

  /** A step that completed, with one attempt and no more. */
  static FinishStep step(UUID run, String name) {
    return step(run, name, List.of(), List.of());
  }

  static FinishStep step(UUID run, String name, List<NewVersion> outputs, List<NewEdge> edges) {
    return new FinishStep(
        UUID.randomUUID(),
        run,
        name,
        -1,
        StepStatus.COMPLETED,
        AT,
        AT.plusSeconds(1),
        "first run",
        null,
        false,
        null,
        "ok",
        List.of(attempt(1)),
        outputs,
        edges,
        List.of(),
        List.of(),
        Map.of(),
        Map.of());
  }

  static FinishStep withKey(FinishStep step, String digest, boolean reusable) {
    return copy(step, step.status(), step.cachedFrom(), new CacheEntryKey(digest, "{}"), reusable);
  }

  /** The step as a cached one that stands for another. */
  static FinishStep cachedFrom(FinishStep step, UUID original) {
    return copy(step, StepStatus.CACHED, original, null, false);
  }

  static FinishStep withStatus(FinishStep step, StepStatus status) {
    return copy(step, status, step.cachedFrom(), step.cacheKey(), step.reusable());
  }

  /** The step, completed by a second attempt; the first is recorded already. */
  static FinishStep completedAgain(FinishStep step) {
    return copy(
        step,
        StepStatus.COMPLETED,
        null,
        step.cacheKey(),
        step.reusable(),
        List.of(new AttemptRecord(2, AttemptStatus.COMPLETED, AT, AT, null, null, 0)));
  }

  /** The step whose attempts are recorded already. */
  static FinishStep withoutAttempts(FinishStep step, StepStatus status) {
    return copy(step, status, null, step.cacheKey(), step.reusable(), List.of());
  }

  private static FinishStep copy(
      FinishStep step,
      StepStatus status,
      @Nullable UUID cachedFrom,
      @Nullable CacheEntryKey key,
      boolean reusable) {
    return copy(step, status, cachedFrom, key, reusable, step.attempts());
  }

  private static FinishStep copy(
      FinishStep s,
      StepStatus status,
      @Nullable UUID cachedFrom,
      @Nullable CacheEntryKey key,
      boolean reusable,
      List<AttemptRecord> attempts) {
    return new FinishStep(
        s.stepRun(),
        s.run(),
        s.step(),
        s.mapIndex(),
        status,
        s.startedAt(),
        s.endedAt(),
        s.reason(),
        key,
        reusable,
        cachedFrom,
        s.summary(),
        attempts,
        s.outputs(),
        s.edges(),
        s.facts(),
        s.metrics(),
        s.tags(),
        s.runTags());
  }

  /** The step with facts, metrics and tags, for itself and for its run. */
  static FinishStep told(
      FinishStep s,
      List<Fact> facts,
      List<MetricPoint> metrics,
      Map<String, String> tags,
      Map<String, String> runTags) {
    return new FinishStep(
        s.stepRun(),
        s.run(),
        s.step(),
        s.mapIndex(),
        s.status(),
        s.startedAt(),
        s.endedAt(),
        s.reason(),
        s.cacheKey(),
        s.reusable(),
        s.cachedFrom(),
        s.summary(),
        s.attempts(),
        s.outputs(),
        s.edges(),
        facts,
        metrics,
        tags,
        runTags);
  }

  static AttemptRecord attempt(int number) {
    return new AttemptRecord(
        number, AttemptStatus.COMPLETED, AT, AT.plusMillis(900), null, "logs/1.txt", 12);
  }

  static NewVersion version(String artifact) {
    return version(artifact, "ab".repeat(32));
  }

  static NewVersion version(String artifact, String digest) {
    return new NewVersion(
        UUID.randomUUID(),
        artifact,
        "result",
        EdgeRole.OUTPUT,
        new VersionContent(
            digest,
            "cd".repeat(32),
            "{\"files\":[]}",
            "42".getBytes(StandardCharsets.UTF_8),
            2,
            "java.lang.Integer",
            "json",
            1,
            "42",
            "<b>42</b>".getBytes(StandardCharsets.UTF_8),
            "text/html"),
        List.of(new Fact("rows", "344")));
  }
}
