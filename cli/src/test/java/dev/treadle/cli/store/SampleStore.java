package dev.treadle.cli.store;

import dev.treadle.api.diff.ArtifactDiff;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.Failure;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.curation.DeletionPlan;
import dev.treadle.curation.DiskUsage;
import dev.treadle.curation.ImportForm;
import dev.treadle.curation.PrunePlan;
import dev.treadle.curation.Pruned;
import dev.treadle.curation.Retention;
import dev.treadle.curation.Swept;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.RunParameter;
import dev.treadle.metadata.UnitOfWork;
import dev.treadle.metadata.VersionRef;
import dev.treadle.query.Filter;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Three runs of a small pipeline load → train → evaluate: one fresh, one with a cached step, one that failed. */
public class SampleStore implements ProjectStore {
  public static final Instant START = Instant.parse("2026-11-23T20:00:00Z");

  public final RecordedQueries queries = new RecordedQueries();

  public SampleStore() {
    run(1, RunStatus.COMPLETED, Map.of(StepStatus.COMPLETED, 3), null);
    run(2, RunStatus.COMPLETED, Map.of(StepStatus.COMPLETED, 2, StepStatus.CACHED, 1), null);
    run(
        3,
        RunStatus.FAILED,
        Map.of(StepStatus.CACHED, 1, StepStatus.FAILED, 1, StepStatus.NOT_RUN, 1),
        "train: IllegalArgumentException: depth must be >= 1, was 0");
    ArtifactVersion file = external("penguins.json", "c1", "file:/data/penguins.json");
    ArtifactVersion rows = version("penguins/load", 1, "ab12cd34", 1, "load", "344 rows");
    ArtifactVersion model = version("penguins/train", 1, "5e0f0001", 1, "train", "Classifier 3×5");
    ArtifactVersion other = version("penguins/train", 2, "5e0f0002", 2, "train", "Classifier 3×5");
    ArtifactVersion report = version("penguins/evaluate", 1, "77b00001", 1, "evaluate", "");
    ArtifactVersion better = version("penguins/evaluate", 2, "77b00002", 2, "evaluate", "");
    version("flights/train", 1, "ab12cd35", 1, "train", "");
    step(1, "load", StepStatus.COMPLETED, "first run", null);
    step(1, "train", StepStatus.COMPLETED, "first run", null);
    step(1, "evaluate", StepStatus.COMPLETED, "first run", null);
    step(2, "load", StepStatus.CACHED, "key equals run #1", null);
    step(2, "train", StepStatus.COMPLETED, "param epochs: 20 → 40", null);
    step(2, "evaluate", StepStatus.COMPLETED, "input model: 5e0f0001… → 5e0f0002…", null);
    step(3, "load", StepStatus.CACHED, "key equals run #1", null);
    step(
        3,
        "train",
        StepStatus.FAILED,
        "param depth: 4 → 0",
        new Failure("java.lang.IllegalArgumentException", "depth must be >= 1, was 0", """
        java.lang.IllegalArgumentException: depth must be >= 1, was 0
        \tat credit.CreditSteps.train(CreditSteps.java:48)
        \tat java.base/java.lang.reflect.Method.invoke(Method.java:568)
        \tat dev.treadle.run.StepExecutor.call(StepExecutor.java:99)
        \tat credit.Main.main(Main.java:3)
        """));
    step(3, "evaluate", StepStatus.NOT_RUN, "upstream failed", null);
    edge(1, "load", file, EdgeRole.EXTERNAL, "file");
    edge(1, "load", rows, EdgeRole.OUTPUT, "result");
    edge(1, "train", rows, EdgeRole.INPUT, "rows");
    edge(1, "train", model, EdgeRole.OUTPUT, "result");
    edge(1, "evaluate", model, EdgeRole.INPUT, "model");
    edge(1, "evaluate", report, EdgeRole.OUTPUT, "result");
    edge(2, "load", file, EdgeRole.EXTERNAL, "file");
    edge(2, "load", rows, EdgeRole.OUTPUT, "result");
    edge(2, "train", rows, EdgeRole.INPUT, "rows");
    edge(2, "train", other, EdgeRole.OUTPUT, "result");
    edge(2, "evaluate", other, EdgeRole.INPUT, "model");
    edge(2, "evaluate", better, EdgeRole.OUTPUT, "result");
    edge(3, "load", rows, EdgeRole.OUTPUT, "result");
    edge(3, "train", rows, EdgeRole.INPUT, "rows");
    queries.metrics.put(id(1, "evaluate"), List.of(new MetricPoint("accuracy", -1, 0.978, START)));
    queries.metrics.put(id(2, "evaluate"), List.of(new MetricPoint("accuracy", -1, 0.99, START)));
    queries.parameters.put(id(2, ""), List.of(new RunParameter("epochs", "40", 40.0, true)));
    queries.facts.put(other.id(), List.of(new Fact("epochs", "40")));
    queries.facts.put(
        id(3, "train"), List.of(new Fact("rows", "344"), new Fact("kind", "\"tree\"")));
  }

  public static UUID id(long run, String step) {
    return UUID.nameUUIDFromBytes((run + "/" + step).getBytes(StandardCharsets.UTF_8));
  }

  private void run(long number, RunStatus status, Map<StepStatus, Integer> counts, String error) {
    queries.runs.add(new PipelineRun(
        id(number, ""),
        number,
        "penguins",
        status,
        at(number, 0),
        at(number, 3),
        "{\"epochs\":" + 20 * number + ",\"name\":\"a b\"}",
        17,
        "local",
        "ana",
        "build-7",
        counts,
        error,
        number == 2 ? Map.of("team", "risk") : Map.of(),
        number == 2 ? "the one to keep" : null));
  }

  private void step(long run, String name, StepStatus status, String reason, Failure failure) {
    boolean ran = status == StepStatus.COMPLETED || status == StepStatus.FAILED;
    queries.steps.add(new StepRun(
        id(run, name),
        id(run, ""),
        name,
        -1,
        status,
        at(run, 0),
        at(run, 1),
        ran ? 1 : 0,
        reason,
        status == StepStatus.CACHED ? 1L : null,
        failure,
        name.equals("load") ? "344 rows" : ""));
    if (ran) {
      queries.attempts.put(
          id(run, name),
          List.of(new AttemptRecord(
              1,
              failure == null ? AttemptStatus.COMPLETED : AttemptStatus.FAILED,
              at(run, 0),
              at(run, 1),
              failure,
              "logs/" + run + "/" + name,
              20)));
    }
  }

  /** Adds a list whose rows were kept for looking at. */
  public void addRows() {
    ArtifactVersion rows = new ArtifactVersion(
        id(1, "rows"),
        "penguins/rows",
        1,
        "sha256:" + "c".repeat(64),
        9_000,
        "java.util.List<Penguin>",
        "list/1",
        "344 rows",
        at(1, 1),
        1L,
        "penguins",
        "rows",
        null,
        null,
        null,
        null,
        List.of(),
        Map.of());
    queries.versions.add(rows);
    queries.facts.put(
        rows.id(),
        List.of(
            new Fact(
                "columns",
                "[{\"name\":\"name\",\"type\":\"String\"},{\"name\":\"mass\",\"type\":\"double\"}]"),
            new Fact("rows", "344")));
  }

  private ArtifactVersion version(
      String name, long number, String digest, long run, String step, String summary) {
    ArtifactVersion version = new ArtifactVersion(
        id(number, name),
        name,
        number,
        "sha256:" + digest + "0".repeat(56),
        12_200,
        "java.util.List<credit.Forest$Tree>",
        "json/1",
        summary,
        at(run, 1),
        run,
        "penguins",
        step,
        null,
        null,
        null,
        null,
        name.equals("penguins/train") && number == 1 ? List.of("champion") : List.of(),
        name.equals("penguins/train") && number == 2 ? Map.of("reviewed", "yes") : Map.of());
    queries.versions.add(version);
    return version;
  }

  private ArtifactVersion external(String name, String digest, String uri) {
    ArtifactVersion version = new ArtifactVersion(
        id(1, name),
        name,
        1,
        "sha256:" + digest + "0".repeat(62),
        67_119,
        "external",
        "external/1",
        "",
        START,
        null,
        null,
        null,
        uri,
        null,
        null,
        null,
        List.of(),
        Map.of());
    queries.versions.add(version);
    return version;
  }

  private void edge(long run, String step, ArtifactVersion version, EdgeRole role, String name) {
    queries.edges.add(new Edge(id(run, step), version.id(), role, name));
  }

  private static Instant at(long run, long seconds) {
    return START.plusSeconds(run * 60 + seconds);
  }

  @Override
  public MetadataQueries queries() {
    return queries;
  }

  @Override
  public InputStream log(AttemptRecord attempt) {
    return bytes(START + "\tINFO\tcredit\tline 1 of " + attempt.logPath() + "\n" + START
        + "\tWARN\tstdout\ttwo \u001b[31mred\\nand below\nnot of our form\n");
  }

  @Override
  public List<StoredFile> files(ArtifactVersion version) {
    return version.externalUri() == null
        ? List.of(new StoredFile("value.json", version.sizeBytes(), "0".repeat(64)))
        : List.of();
  }

  @Override
  public InputStream open(ArtifactVersion version, StoredFile file) {
    return bytes("{\"of\":\"" + version.label() + "\"}\nsecond\n");
  }

  @Override
  public Optional<StoredPreview> preview(ArtifactVersion version) {
    return version.materializer().startsWith("list/")
        ? Optional.of(new StoredPreview(
            "text/csv", "name,mass\n\"a, b\",4.5\nc,\n".getBytes(StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  @Override
  public DiskUsage usage(Filter where) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <R> R write(UnitOfWork<R> unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DeletionPlan planDeletion(List<PipelineRun> runs, Artifacts artifacts) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Swept delete(DeletionPlan plan, Act act) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PrunePlan planPruning(Retention retention, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Pruned prune(PrunePlan plan, Act act) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<VersionRef> missing() {
    return List.of();
  }

  @Override
  public int leftovers() {
    return 0;
  }

  @Override
  public int deleteLeftovers() {
    return 0;
  }

  @Override
  public VersionRef importData(Path path, String name, ImportForm form, Act act) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Verification verify(ArtifactVersion version) {
    if (version.externalUri() != null) {
      throw new IllegalArgumentException("Nothing of " + version.label() + " is stored");
    }
    return version.number() == 2
        ? new Verification(1, version.sizeBytes(), List.of("value.json differs"))
        : new Verification(1, version.sizeBytes(), List.of());
  }

  @Override
  public ArtifactDiff diff(ArtifactVersion base, ArtifactVersion other) {
    return SampleDiffs.table(base, other);
  }

  @Override
  public void close() {}

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
