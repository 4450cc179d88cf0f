package dev.treadle.report;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.Failure;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.FinishRun;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.RunParameter;
import dev.treadle.metadata.StartRun;
import dev.treadle.metadata.VersionContent;
import dev.treadle.metadata.hibernate.HibernateMetadataStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run in a real store, made step by step. */
final class RecordedRun implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-23T20:00:00Z");

  private final MetadataStore store;
  private final UUID run = id("run");
  private int steps;

  RecordedRun(Path folder, String pipeline, String name, String params) {
    this.store = HibernateMetadataStore.open(folder, Clock.systemUTC());
    store.write(new StartRun(
        run,
        pipeline,
        "s1",
        "{}",
        "e1",
        "{\"java.version\":\"17\"}",
        params,
        17,
        name,
        name,
        name,
        START,
        Map.of(name, name),
        List.of(new RunParameter("depth", "3", 3.0, true))));
  }

  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static NewVersion version(String artifact, String summary, String previewType, byte[] preview) {
    return new NewVersion(
        id(artifact),
        artifact,
        "result",
        EdgeRole.OUTPUT,
        new VersionContent(
            "ab".repeat(32),
            "ab".repeat(32),
            "{}",
            null,
            9,
            summary,
            "json",
            1,
            summary,
            preview,
            previewType),
        List.of());
  }

  void step(
      String name,
      int index,
      @Nullable Failure failure,
      String text,
      List<NewVersion> outputs,
      List<NewEdge> edges,
      List<MetricPoint> metrics) {
    Instant start = START.plusMillis(100L * steps++);
    store.enqueue(new FinishStep(
        id(name + index),
        run,
        name,
        index,
        failure == null ? StepStatus.COMPLETED : StepStatus.FAILED,
        start,
        start.plusMillis(80),
        text,
        null,
        false,
        null,
        text,
        List.of(new AttemptRecord(
            1,
            failure == null ? AttemptStatus.COMPLETED : AttemptStatus.FAILED,
            start,
            start.plusMillis(80),
            failure,
            null,
            0)),
        outputs,
        edges,
        List.of(),
        metrics,
        Map.of(),
        Map.of()));
  }

  void end(RunStatus status, @Nullable String error) {
    store.write(new FinishRun(run, status, START.plusMillis(100L * steps), error));
  }

  MetadataQueries queries() {
    return store.queries();
  }

  PipelineRun run() {
    return store.queries().run(run).orElseThrow();
  }

  String html() {
    return RunReport.html(queries(), run());
  }

  @Override
  public void close() {
    store.close();
  }
}
