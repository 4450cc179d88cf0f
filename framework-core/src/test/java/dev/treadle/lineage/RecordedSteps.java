package dev.treadle.lineage;

import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.StartRun;
import dev.treadle.metadata.VersionContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records steps that read some versions and make one, or stand for one that exists. */
final class RecordedSteps {
  private static final String DIGEST = "0".repeat(64);

  private final MetadataStore store;
  private UUID run = UUID.randomUUID();
  private Instant now = Instant.EPOCH;

  RecordedSteps(MetadataStore store) {
    this.store = store;
    nextRun("first");
  }

  void nextRun(String pipeline) {
    run = UUID.randomUUID();
    store
        .submit(new StartRun(
            run, pipeline, "s", "{}", "e", "{}", "{}", 1, "local", "ana", "box", now, Map.of(),
            List.of()))
        .join();
  }

  UUID make(String step, List<UUID> inputs) {
    return makeFrom(step, inputEdges(inputs));
  }

  UUID makeFrom(String step, List<NewEdge> edges) {
    UUID version = UUID.randomUUID();
    var content = new VersionContent(
        DIGEST, DIGEST, "{}", new byte[1], 1, "Integer", "json", 1, "", null, null);
    record(
        step,
        StepStatus.COMPLETED,
        null,
        List.of(new NewVersion(
            version, "artifact/" + step, "result", EdgeRole.OUTPUT, content, List.of())),
        edges);
    return version;
  }

  void reuse(String step, List<UUID> inputs, UUID result) {
    UUID producer = store.queries().edgesOfVersions(List.of(result)).get(0).stepRun();
    List<NewEdge> edges = new ArrayList<>(inputEdges(inputs));
    edges.add(new NewEdge(result, EdgeRole.OUTPUT, "result"));
    record(step, StepStatus.CACHED, producer, List.of(), edges);
  }

  private void record(
      String step,
      StepStatus status,
      @Nullable UUID cachedFrom,
      List<NewVersion> outputs,
      List<NewEdge> edges) {
    now = now.plusSeconds(1);
    store
        .submit(new FinishStep(
            UUID.randomUUID(),
            run,
            step,
            -1,
            status,
            now,
            now,
            null,
            null,
            false,
            cachedFrom,
            "",
            List.of(),
            outputs,
            edges,
            List.of(),
            List.of(),
            Map.of(),
            Map.of()))
        .join();
  }

  private static List<NewEdge> inputEdges(List<UUID> versions) {
    return versions.stream()
        .map(version -> new NewEdge(version, EdgeRole.INPUT, "x"))
        .toList();
  }
}
