package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepSelection;
import dev.treadle.api.run.StepStatus;
import dev.treadle.artifact.ArtifactService;
import dev.treadle.artifact.StoredArtifactRef;
import dev.treadle.curation.ImportForm;
import dev.treadle.curation.Imports;
import dev.treadle.curation.Pruned;
import dev.treadle.curation.Pruning;
import dev.treadle.curation.Retention;
import dev.treadle.error.ArtifactDeletedException;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change.DeleteVersions.Uses;
import dev.treadle.metadata.CondemnedObject;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.Sweep;
import dev.treadle.query.Filter;
import dev.treadle.run.RunHandle;
import dev.treadle.run.RunOptions;
import dev.treadle.spi.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Versions of real runs are pruned, while others run. */
@Timeout(180)
class PruneTest {
  private static final Retention ALL = new Retention(Optional.empty(), 0, Uses.DO_NOT_COUNT);
  private static final int WRITERS = 3;
  private static final int RUNS_OF_EACH = 24;
  private static final int KINDS = 6;

  @TempDir
  private Path folder;

  @BeforeEach
  void reset() {
    TroubleSteps.reset();
  }

  @Test
  void whatIsPrunedIsMadeAgainAndNotTakenFromTheCache() throws IOException {
    Consumer<PipelineBuilder> define =
        p -> p.step(PruneSteps::length).with(p.step(PruneSteps::content).with(0));
    try (TestProject project = TestProject.stored(folder)) {
      Ran first = project.runCached(define);

      Pruned pruned = prune(project);

      assertThat(pruned.versions()).isEqualTo(2);
      assertThat(pruned.swept().bytes()).isGreaterThan(20_000);
      assertThat(blobs()).isZero();
      assertThat(first.version("content").deletedAt()).isNotNull();
      Ran again = project.runCached(define);
      assertThat(again.status("content")).isEqualTo(StepStatus.COMPLETED);
      assertThat(again.version("content").number()).isEqualTo(2);
      assertThat(again.value("content", String.class)).isEqualTo(PruneSteps.content(0));
      assertThat(project.runCached(define).status("content")).isEqualTo(StepStatus.CACHED);
    }
  }

  @Test
  void bytesThatAnotherVersionHasStay() throws IOException {
    try (TestProject project = TestProject.stored(folder)) {
      project.run(p -> p.step(PruneSteps::content).with(0).outputNamed("a"));
      project.run(p -> p.step(PruneSteps::content).with(0).outputNamed("a"));

      Pruned pruned = prune(project, new Retention(Optional.empty(), 1, Uses.DO_NOT_COUNT));

      assertThat(pruned.versions()).isEqualTo(1);
      assertThat(pruned.swept().objects()).isZero();
      assertThat(blobs()).isEqualTo(1);
      assertThat(problems(project)).isEmpty();
    }
  }

  @Test
  void whatARunHasStoredAndNotYetPublishedStays() throws IOException {
    try (TestProject project = TestProject.stored(folder);
        TestProject other = TestProject.stored(folder)) {
      project.run(p -> p.step(PruneSteps::content).with(0));
      // What the newest run has, the next one may take from the cache.
      project.run(p -> p.step(PruneSteps::content).with(1));
      RunHandle run =
          project.start(p -> p.step(PruneSteps::savesAndEndsAfter).with("saved").with("go"));
      TroubleSteps.pass("saved");

      Pruned pruned = prune(other);

      assertThat(pruned.versions()).isEqualTo(1);
      assertThat(pruned.swept().bytes()).isZero();
      assertThat(pruned.swept().waitingBytes()).isGreaterThan(20_000);
      assertThat(pruned.swept().waitingFor()).containsExactly(3L);
      TroubleSteps.gate("go").countDown();
      Ran ran = project.await(run);
      assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(prune(other, Retention.EVERYTHING).swept().objects()).isZero();
      assertThat(ran.queries().newestVersion("kept")).isPresent();
      assertThat(problems(project)).isEmpty();
      assertThat(ran.queries().condemned()).isEmpty();
    }
  }

  @Test
  void whatWasCondemnedBeforeARunStoredItStays() {
    try (TestProject project = TestProject.stored(folder);
        TestProject other = TestProject.stored(folder)) {
      project.run(p -> p.step(PruneSteps::content).with(0));
      project.run(p -> p.step(PruneSteps::content).with(1));
      RunHandle before =
          project.start(p -> p.step(TroubleSteps::endsAfter).with("runs").with("end"));
      TroubleSteps.pass("runs");
      assertThat(before.number()).isEqualTo(3);
      assertThat(prune(other).swept().waitingFor()).containsExactly(3L);
      RunHandle run =
          project.start(p -> p.step(PruneSteps::savesAndEndsAfter).with("saved").with("go"));
      TroubleSteps.pass("saved");
      TroubleSteps.gate("end").countDown();
      before.await();

      assertThat(prune(other, Retention.EVERYTHING).swept().objects()).isZero();

      TroubleSteps.gate("go").countDown();
      assertThat(project.await(run).status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(problems(project)).isEmpty();
    }
  }

  @Test
  void whatARunTakesFromAnotherIsNotCondemnedAnyMore() {
    Consumer<PipelineBuilder> define =
        p -> p.step(PruneSteps::length).with(p.step(PruneSteps::content).with(0));
    try (TestProject project = TestProject.stored(folder)) {
      Ran first = project.runCached(define);
      condemn(project, first.version("content"));

      assertThat(project.runCached(define).status("content")).isEqualTo(StepStatus.CACHED);

      assertThat(first.queries().condemned()).isEmpty();
      condemn(project, first.version("content"));
      StepSelection last =
          StepSelection.ALL.limitedTo("length").takingFrom(first.result().number());

      assertThat(project.run(define, RunOptions.DEFAULT.selecting(last)).status())
          .isEqualTo(RunStatus.COMPLETED);

      assertThat(first.queries().condemned()).isEmpty();
    }
  }

  @Test
  void whatIsBeingDeletedIsStoredAgain() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (TestProject project = TestProject.stored(folder);
        TestProject other = TestProject.stored(folder)) {
      project.run(p -> p.step(PruneSteps::content).with(0));
      List<Future<Ran>> runs = new ArrayList<>();
      SlowlyDeleting slow = new SlowlyDeleting(other.workspace().artifactStore(), () -> {
        if (runs.isEmpty()) {
          runs.add(
              threads.submit(() -> project.run(p -> p.step(PruneSteps::content).with(0))));
          // If it did not wait for the end of the deletion, it would end before.
          assertThatThrownBy(() -> runs.get(0).get(1, TimeUnit.SECONDS))
              .isInstanceOf(TimeoutException.class);
        }
      });

      assertThat(prune(other, ALL, slow).swept().objects()).isPositive();

      assertThat(runs.get(0).get().status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(runs.get(0).get().value("content", String.class)).isEqualTo(PruneSteps.content(0));
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void whatAnotherPruneHasTakenIsWaitedFor() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (TestProject project = TestProject.stored(folder);
        TestProject other = TestProject.stored(folder)) {
      Ran ran = project.run(p -> p.step(PruneSteps::content).with(0));
      condemn(project, ran.version("content"));
      UUID taker = UUID.randomUUID();
      Map<String, UUID> marks = ran.queries().condemned().stream()
          .collect(Collectors.toMap(CondemnedObject::path, CondemnedObject::mark));
      Set<String> taken = project.workspace().metadata().write(new Sweep.Take(taker, marks));

      Future<Pruned> pruned = threads.submit(() -> prune(other));
      assertThatThrownBy(() -> pruned.get(1, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      project.workspace().metadata().write(new Sweep.Conclude(taker, Set.of(), taken));

      assertThat(pruned.get().swept().objects()).isEqualTo(taken.size());
      assertThat(ran.queries().condemned()).isEmpty();
      assertThat(blobs()).isZero();
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aRunOfWhichAResultWasDeletedDoesNotGoOn() {
    Consumer<PipelineBuilder> define = p -> {
      var content = p.step(PruneSteps::content).with(0);
      p.step(TroubleSteps::failsUntil).with(2).after(content);
    };
    try (TestProject project = TestProject.stored(folder)) {
      Ran failed = project.run(define);
      prune(project);

      assertThatThrownBy(() -> project.resume(failed, define))
          .isInstanceOf(ArtifactDeletedException.class)
          .hasMessageEndingWith("fix: treadle run rerun 1 makes it again");
      assertThat(failed.queries().run(failed.result().id()).orElseThrow().status())
          .isEqualTo(RunStatus.FAILED);
    }
  }

  /** Publishers of the same bytes never lose them to those who delete what nobody has any more. */
  @Test
  void nothingIsLostWhenRunsAndImportsPublishWhatIsBeingPruned() throws Exception {
    Path file = Files.writeString(folder.resolve("x.txt"), PruneSteps.content(0));
    AtomicLong freed = new AtomicLong();
    AtomicLong ended = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
    try (TestProject one = TestProject.stored(folder);
        TestProject two = TestProject.stored(folder);
        TestProject pruner = TestProject.stored(folder)) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        TestProject project = i % 2 == 0 ? one : two;
        work.add(() -> {
          for (int n = 0; n < RUNS_OF_EACH; n++) {
            int kind = n % KINDS;
            Consumer<PipelineBuilder> define =
                p -> p.step(PruneSteps::length).with(p.step(PruneSteps::content).with(kind));
            Ran ran = n % 2 == 0 ? project.run(define) : project.runCached(define);
            assertThat(ran.status()).as(ran.result().toString()).isEqualTo(RunStatus.COMPLETED);
          }
          return null;
        });
      }
      work.add(() -> {
        for (int n = 0; n < RUNS_OF_EACH; n++) {
          imports(two).copy(file, "bought", ImportForm.TEXT, UUID.randomUUID(), act());
        }
        return null;
      });
      List<Future<Void>> going = new ArrayList<>();
      work.forEach(each -> going.add(threads.submit(() -> {
        try {
          return each.call();
        } finally {
          ended.incrementAndGet();
        }
      })));
      Future<Void> pruning = threads.submit(() -> {
        while (ended.get() < work.size()) {
          freed.addAndGet(prune(pruner).swept().bytes());
        }
        return null;
      });
      for (Future<Void> each : going) {
        each.get();
      }
      pruning.get();

      assertThat(problems(pruner)).isEmpty();
      assertThat(freed).as("there was something to lose").hasPositiveValue();
      prune(pruner);
      assertThat(blobs()).isZero();
    } finally {
      threads.shutdown();
    }
  }

  private static Pruned prune(TestProject project) {
    return prune(project, ALL);
  }

  private static Pruned prune(TestProject project, Retention retention) {
    return prune(project, retention, project.workspace().artifactStore());
  }

  private static Pruned prune(TestProject project, Retention retention, ArtifactStore store) {
    Workspace workspace = project.workspace();
    Pruning pruning =
        new Pruning(workspace.metadata(), store, workspace.artifacts().objects());
    Act act = act();
    return pruning.prune(pruning.plan(retention, act.at()), act);
  }

  /** As a prune would have that saw no run that may take it. */
  private static void condemn(TestProject project, ArtifactVersion version) {
    Workspace workspace = project.workspace();
    MetadataQueries queries = workspace.metadata().queries();
    Map<String, Long> objects = new HashMap<>();
    queries.forEachManifest(Filter.all(), manifest -> {
      if (manifest.version().id().equals(version.id())) {
        workspace
            .artifacts()
            .objects()
            .of(version.digest(), manifest.manifestJson(), false)
            .forEach((path, bytes) -> objects.put(path.toString(), bytes));
      }
    });
    workspace.metadata().write(new Sweep.Condemn(UUID.randomUUID(), objects));
    assertThat(queries.condemned()).isNotEmpty();
  }

  private static Act act() {
    return new Act("ana", Instant.now());
  }

  private static Imports imports(TestProject project) {
    Workspace workspace = project.workspace();
    return new Imports(
        workspace.metadata(),
        workspace.artifacts(),
        new MaterializerSelection(Materializers.load(PruneTest.class.getClassLoader())));
  }

  /** What is wrong with the bytes of the versions that are not deleted. */
  private static List<String> problems(TestProject project) {
    MetadataStore metadata = project.workspace().metadata();
    ArtifactService artifacts = project.workspace().artifacts();
    List<String> problems = new ArrayList<>();
    metadata.queries().forEachManifest(Filter.all(), manifest -> {
      ArtifactVersion version =
          metadata.queries().version(manifest.version().id()).orElseThrow();
      if (manifest.inlineBytes() == 0) {
        artifacts
            .verify(new StoredArtifactRef(version.label(), version.digest(), new byte[0]))
            .forEach(problem -> problems.add(problem.toString()));
      }
    });
    return problems;
  }

  private long blobs() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("store/artifacts/blobs"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
