package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.artifact.ArtifactObjects;
import dev.treadle.artifact.RecordedContent;
import dev.treadle.artifact.StoredArtifact;
import dev.treadle.curation.DiskUsage;
import dev.treadle.curation.ImportForm;
import dev.treadle.curation.Imports;
import dev.treadle.curation.RunDeletions;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.ImportVersion;
import dev.treadle.metadata.Reliance;
import dev.treadle.query.Filter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were really made are deleted, and what was brought in is read by steps. */
@Timeout(120)
class CurationTest {
  private static final Act ANA = new Act("ana", Instant.parse("2026-11-24T10:15:30Z"));

  @TempDir
  Path folder;

  private TestProject project;
  private ArtifactObjects objects;
  private MaterializerSelection materializers;

  @BeforeEach
  void open() {
    project = TestProject.in(folder);
    objects = project.workspace().artifacts().objects();
    materializers =
        new MaterializerSelection(Materializers.load(CurationTest.class.getClassLoader()));
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void aDeletedRunLeavesNothingInTheStore() throws IOException {
    Ran ran = project.run(p -> {
      p.step(ContextSteps::talks).with("a").with(50);
      p.step(BigSteps::big);
    });
    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(stored()).isNotEmpty();

    delete(ran);

    assertThat(stored()).isEmpty();
  }

  @Test
  void theCacheGoesOnWithWhatAnotherRunHasTakenFromADeletedOne() {
    Ran first = project.runCached(CurationTest::squares);
    Ran second = project.runCached(CurationTest::squares);
    assertThat(second.status("square[1]")).isEqualTo(StepStatus.CACHED);

    delete(first);
    Ran third = project.runCached(CurationTest::squares);
    delete(second, third);
    Ran fourth = project.runCached(CurationTest::squares);

    assertThat(third.status("square[1]")).isEqualTo(StepStatus.CACHED);
    assertThat(third.value("square[1]", Integer.class)).isEqualTo(1);
    assertThat(fourth.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(fourth.result().number()).isEqualTo(4);
  }

  @Test
  void itemsThatTwoListsShareStayAsLongAsOneOfThemDoes() throws IOException {
    StoredArtifact a = text("a".repeat(9_000));
    StoredArtifact b = text("b".repeat(9_000));
    StoredArtifact c = text("c");
    var one = project.workspace().artifacts().storeList(List.of(a, b, c));
    var two = project.workspace().artifacts().storeList(List.of(b, c));

    Set<String> ofOne = paths(one);
    Set<String> ofTwo = paths(two);

    assertThat(ofTwo).containsAll(paths(b)).doesNotContainAnyElementsOf(paths(a));
    assertThat(ofOne).containsAll(paths(a)).containsAll(paths(b));
    assertThat(stored().stream().filter(path -> path.startsWith("blobs/")))
        .as("every stored object is known to belong to one of them")
        .allMatch(path -> ofOne.contains(path) || ofTwo.contains(path));
    record("one", one);
    record("two", two);
    DiskUsage usage = DiskUsage.of(project.workspace().metadata().queries(), objects, Filter.all());
    assertThat(usage.total().logicalBytes()).isEqualTo(one.totalBytes() + two.totalBytes());
    assertThat(usage.total().storedBytes()).isBetween(18_000L, 19_500L);
    assertThat(usage.artifacts().get(1).sharedBytes()).isGreaterThan(9_000);
  }

  @Test
  void stepsLoadWhatWasImportedByNumberAndByAlias() throws IOException {
    Path file = Files.writeString(folder.resolve("note.txt"), "bought");
    var imports =
        new Imports(project.workspace().metadata(), project.workspace().artifacts(), materializers);
    UUID id = UUID.randomUUID();
    imports.copy(file, "notes", ImportForm.TEXT, id, ANA);
    imports.copy(
        Files.writeString(folder.resolve("later.txt"), "newer"),
        "notes",
        ImportForm.TEXT,
        UUID.randomUUID(),
        ANA);
    project.workspace().metadata().write(new Change.GiveAlias(id, "golden", ANA));

    Ran ran = project.run(p -> {
      p.step(ContextSteps::loads).with("notes@golden").named("alias");
      p.step(ContextSteps::loads).with("notes").named("newest");
    });
    Ran wrong = project.run(p -> p.step(ContextSteps::loads).with("notes@goldn"));

    assertThat(ran.value("alias", String.class)).isEqualTo("bought");
    assertThat(ran.value("newest", String.class)).isEqualTo("newer");
    assertThat(wrong.result().error()).contains("notes@goldn");
  }

  private static void squares(PipelineBuilder p) {
    p.map(p.step(MapSteps::numbers).with(3), item -> p.step(MapSteps::square).with(item));
  }

  private void delete(Ran... runs) {
    var metadata = project.workspace().metadata();
    var deletions = new RunDeletions(metadata, project.workspace().artifactStore(), objects);
    deletions.delete(
        deletions.plan(
            Stream.of(runs)
                .map(ran -> ran.queries().run(ran.result().id()).orElseThrow())
                .toList(),
            Artifacts.DELETE_UNUSED),
        ANA);
  }

  private StoredArtifact text(String text) {
    return project
        .workspace()
        .artifacts()
        .store("item", text, String.class, materializers.require(String.class));
  }

  private void record(String name, StoredArtifact list) {
    var recorded = RecordedContent.of(list, List.class, materializers.require(String.class));
    project
        .workspace()
        .metadata()
        .write(new ImportVersion(
            UUID.randomUUID(),
            name,
            "test",
            recorded.content(),
            List.of(),
            new Reliance(0, Set.of()),
            ANA));
  }

  private Set<String> paths(StoredArtifact artifact) {
    return objects
        .of(
            artifact.manifestDigest(),
            new String(artifact.manifest().json(), StandardCharsets.UTF_8),
            artifact.isInline())
        .keySet()
        .stream()
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  /** The objects in the artifact store, but for its marker. */
  private Set<String> stored() throws IOException {
    Path root = folder.resolve("artifacts");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .filter(path -> path.contains("/") && !path.endsWith(".lock"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
