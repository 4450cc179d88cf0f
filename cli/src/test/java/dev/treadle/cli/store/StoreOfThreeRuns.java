package dev.treadle.cli.store;

import dev.treadle.StoreReader;
import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.artifact.RecordedContent;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.FinishRun;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.RenewLease;
import dev.treadle.metadata.StartRun;
import dev.treadle.metadata.hibernate.HibernateMetadataStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A store on disk. Run 1 makes raw (10 kB), clean (5 kB) and notes (a few bytes); run 2 reads clean and makes report with
 * the bytes of raw; run 3 has not ended.
 */
public final class StoreOfThreeRuns {
  private StoreOfThreeRuns() {}

  /** Makes it in a folder. */
  public static void create(Path folder) {
    HibernateMetadataStore.open(folder, Clock.systemUTC()).close();
    try (StoreReader reader = StoreReader.open(folder)) {
      MetadataStore store = reader.metadata();
      UUID first = run(store, 1);
      NewVersion raw = version(reader, "churn/raw", "r".repeat(10_000));
      NewVersion clean = version(reader, "churn/clean", "c\n".repeat(2_500));
      step(store, first, "raw", List.of(raw), List.of());
      step(
          store,
          first,
          "clean",
          List.of(clean, version(reader, "churn/notes", "a\tb\n\u001b[2Jc")),
          List.of(new NewEdge(raw.id(), EdgeRole.INPUT, "raw")));
      end(store, first);
      UUID second = run(store, 2);
      step(
          store,
          second,
          "report",
          List.of(version(reader, "churn/report", "r".repeat(10_000))),
          List.of(new NewEdge(clean.id(), EdgeRole.INPUT, "rows")));
      end(store, second);
      store.write(new RenewLease(run(store, 3), Duration.ZERO));
    }
  }

  private static UUID run(MetadataStore store, long number) {
    UUID id = SampleStore.id(number, "");
    store.write(new StartRun(
        id,
        "churn",
        "s1",
        "{}",
        "e1",
        "{}",
        "{\"depth\":3}",
        17,
        "local",
        "ana",
        "box",
        SampleStore.START.plusSeconds(number),
        Map.of("team", "risk"),
        List.of()));
    return id;
  }

  private static void end(MetadataStore store, UUID run) {
    store.write(new FinishRun(run, RunStatus.COMPLETED, SampleStore.START.plusSeconds(60), null));
  }

  private static NewVersion version(StoreReader reader, String name, String text) {
    var materializers =
        new MaterializerSelection(Materializers.load(StoreOfThreeRuns.class.getClassLoader()));
    var materializer = materializers.require(String.class);
    var recorded = RecordedContent.of(
        reader.artifacts().store(name, text, String.class, materializer),
        String.class,
        materializer);
    return new NewVersion(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        name,
        "result",
        EdgeRole.OUTPUT,
        recorded.content(),
        recorded.facts());
  }

  private static void step(
      MetadataStore store, UUID run, String name, List<NewVersion> outputs, List<NewEdge> inputs) {
    store.write(new FinishStep(
        UUID.nameUUIDFromBytes(("step " + name).getBytes(StandardCharsets.UTF_8)),
        run,
        name,
        -1,
        StepStatus.COMPLETED,
        SampleStore.START,
        SampleStore.START.plusSeconds(1),
        "first run",
        null,
        false,
        null,
        "ok",
        List.of(new AttemptRecord(
            1, AttemptStatus.COMPLETED, SampleStore.START, SampleStore.START, null, null, 0)),
        outputs,
        inputs,
        List.of(),
        List.of(),
        Map.of(),
        Map.of()));
  }
}
