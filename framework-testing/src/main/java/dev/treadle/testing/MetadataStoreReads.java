package dev.treadle.testing;

import static dev.treadle.testing.SampleUnits.AT;
import static dev.treadle.testing.SampleUnits.finishRun;
import static dev.treadle.testing.SampleUnits.startRun;
import static dev.treadle.testing.SampleUnits.startStep;
import static dev.treadle.testing.SampleUnits.step;
import static dev.treadle.testing.SampleUnits.told;
import static dev.treadle.testing.SampleUnits.version;
import static dev.treadle.testing.SampleUnits.withKey;
import static dev.treadle.testing.SampleUnits.withStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.Failure;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepSelection;
import dev.treadle.api.run.StepStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.ArtifactSummary;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.FinishAttempt;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.RunFilter;
import dev.treadle.metadata.StepDetail;
import dev.treadle.metadata.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written reads back, in order and in pages; the fixture of the other tests. */
abstract class MetadataStoreReads {
  MetadataStore store;

  /** Opens a store that holds nothing. It is closed after the test. */
  protected abstract MetadataStore open() throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void aNewStoreIsEmpty() {
    assertThat(queries().runs(RunFilter.newest(10))).isEmpty();
    assertThat(queries().artifacts("", "", 10)).isEmpty();
    assertThat(queries().newestVersion("nothing")).isEmpty();
    assertThat(queries().runByNumber(1)).isEmpty();
    assertThat(queries().cacheEntriesOfNewestRun("nothing")).isEmpty();
    assertThat(queries().edgesOfSteps(List.of())).isEmpty();
    assertThat(queries().versionsById(List.of())).isEmpty();
  }

  @Test
  void aRunReadsAsItWasWritten() {
    UUID id = UUID.randomUUID();

    assertThat(write(startRun(id, "churn"))).isEqualTo(1L);

    assertThat(queries().run(id))
        .contains(new PipelineRun(
            id,
            1,
            "churn",
            RunStatus.RUNNING,
            AT,
            null,
            "{\"depth\":3}",
            17,
            "local",
            "ana",
            "box",
            Map.of(),
            null,
            Map.of("team", "risk"),
            null));
    assertThat(queries().runByNumber(1)).isEqualTo(queries().run(id));
    assertThat(queries().snapshot(id)).isEqualTo("{\"graph\":1}");
    assertThat(queries().environment(id)).isEqualTo("{\"java\":\"17\"}");
  }

  @Test
  void anEndedRunHasItsCountsAndItsError() {
    UUID id = run("churn");
    write(step(id, "load"));
    write(withStatus(step(id, "train"), StepStatus.FAILED));
    write(withStatus(step(id, "report"), StepStatus.NOT_RUN));
    Map<StepStatus, Integer> counts =
        Map.of(StepStatus.COMPLETED, 1, StepStatus.FAILED, 1, StepStatus.NOT_RUN, 1);
    assertThat(queries().run(id).orElseThrow().stepCounts()).isEqualTo(counts);

    write(finishRun(id, RunStatus.FAILED));

    PipelineRun run = queries().run(id).orElseThrow();
    assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    assertThat(run.error()).isEqualTo("boom");
    assertThat(run.endedAt()).isEqualTo(AT.plusSeconds(9));
    assertThat(run.stepCounts()).isEqualTo(counts);
  }

  @Test
  void runsArePagedNewestFirstAndFiltered() {
    for (int i = 0; i < 7; i++) {
      UUID id = run(i % 2 == 0 ? "even" : "odd");
      write(finishRun(id, i < 3 ? RunStatus.FAILED : RunStatus.COMPLETED));
    }

    assertThat(numbers(RunFilter.newest(3))).containsExactly(7L, 6L, 5L);
    assertThat(numbers(RunFilter.newest(3).before(5))).containsExactly(4L, 3L, 2L);
    assertThat(numbers(RunFilter.newest(9).ofPipeline("odd"))).containsExactly(6L, 4L, 2L);
    assertThat(numbers(RunFilter.newest(9).withStatus(RunStatus.FAILED)))
        .containsExactly(3L, 2L, 1L);
    assertThat(numbers(RunFilter.newest(9).ofPipeline("even").withStatus(RunStatus.FAILED)))
        .containsExactly(3L, 1L);
    assertThat(numbers(RunFilter.newest(9).ofPipeline("none"))).isEmpty();
  }

  @Test
  void aPartialRunThatCompletedHasNotCompletedItsPipeline() {
    write(finishRun(run("churn"), RunStatus.COMPLETED));
    UUID partial = UUID.randomUUID();
    write(SampleUnits.partial(
        SampleUnits.startRun(partial, "churn"), StepSelection.ALL.limitedTo("train")));
    write(finishRun(partial, RunStatus.COMPLETED));

    assertThat(numbers(RunFilter.newest(9).withStatus(RunStatus.COMPLETED)))
        .containsExactly(2L, 1L);
    assertThat(numbers(RunFilter.newest(9).completed())).containsExactly(1L);
  }

  @Test
  void aStepReadsAsItWasWritten() {
    UUID run = run("churn");
    FinishStep load = told(
        step(run, "load"),
        List.of(new Fact("rows", "12"), new Fact("note", "\"a\""), new Fact("rows", "13")),
        List.of(),
        Map.of("kind", "io"),
        Map.of("best", "yes", "team", "ops"));

    assertThat(write(load)).isEmpty();

    StepDetail detail = queries().step(load.stepRun()).orElseThrow();
    assertThat(detail.step())
        .isEqualTo(new StepRun(
            load.stepRun(),
            run,
            "load",
            -1,
            StepStatus.COMPLETED,
            AT,
            AT.plusSeconds(1),
            1,
            "first run",
            null,
            null,
            "ok"));
    assertThat(detail.attempts()).containsExactly(SampleUnits.attempt(1));
    assertThat(detail.facts()).containsExactly(new Fact("note", "\"a\""), new Fact("rows", "13"));
    assertThat(detail.tags()).isEqualTo(Map.of("kind", "io"));
    assertThat(detail.cacheKey()).isNull();
    assertThat(queries().run(run).orElseThrow().tags())
        .isEqualTo(Map.of("team", "ops", "best", "yes"));
  }

  @Test
  void aStartedStepIsRunningUntilItsEndAndThenOne() {
    UUID run = run("churn");
    FinishStep load = step(run, "load");
    write(startStep(load));
    assertThat(queries().steps(run))
        .extracting(StepRun::status)
        .containsExactly(StepStatus.RUNNING);
    assertThat(queries().run(run).orElseThrow().stepCounts())
        .isEqualTo(Map.of(StepStatus.RUNNING, 1));

    write(load);

    assertThat(queries().steps(run))
        .extracting(StepRun::status)
        .containsExactly(StepStatus.COMPLETED);
  }

  @Test
  void aStartAndAnEndWithoutAWaitBetweenGiveOneStep() {
    UUID run = run("churn");
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      FinishStep step = step(run, "step" + i);
      all.add(store.submit(startStep(step)));
      all.add(store.submit(step));
    }
    write(finishRun(run, RunStatus.COMPLETED));

    assertThat(all).allMatch(CompletableFuture::isDone);
    assertThat(queries().steps(run))
        .extracting(StepRun::step)
        .containsExactlyElementsOf(
            IntStream.range(0, 500).mapToObj(i -> "step" + i).toList());
    assertThat(queries().run(run).orElseThrow().stepCounts())
        .isEqualTo(Map.of(StepStatus.COMPLETED, 500));
  }

  @Test
  void aFailedStepMayBeExecutedAgain() {
    UUID run = run("churn");
    FinishStep first = told(
        withKey(withStatus(step(run, "load"), StepStatus.FAILED), "k1", false),
        List.of(new Fact("rows", "1")),
        List.of(new MetricPoint("loss", 0, 9, AT)),
        Map.of(),
        Map.of());
    write(first);
    FinishStep again = new FinishStep(
        first.stepRun(),
        run,
        "load",
        -1,
        StepStatus.COMPLETED,
        AT,
        AT.plusSeconds(5),
        "again",
        null,
        false,
        null,
        "ok",
        List.of(SampleUnits.attempt(2)),
        List.of(),
        List.of(),
        List.of(new Fact("rows", "2")),
        List.of(new MetricPoint("loss", 0, 1, AT)),
        Map.of(),
        Map.of());

    write(again);

    StepDetail detail = queries().step(first.stepRun()).orElseThrow();
    assertThat(detail.step().status()).isEqualTo(StepStatus.COMPLETED);
    assertThat(detail.attempts()).extracting(attempt -> attempt.number()).containsExactly(1, 2);
    assertThat(detail.facts()).containsExactly(new Fact("rows", "2"));
    assertThat(detail.cacheKey()).isNull();
    assertThat(queries().metricPoints(first.stepRun(), "loss", 0, 9))
        .containsExactly(new MetricPoint("loss", 0, 1, AT));
  }

  @Test
  void anAttemptIsKnownBeforeItsStepHasEnded() {
    UUID run = run("churn");
    FinishStep end = SampleUnits.completedAgain(step(run, "load"));
    AttemptRecord failed = new AttemptRecord(
        1,
        AttemptStatus.FAILED,
        AT,
        AT.plusSeconds(1),
        new Failure("java.io.IOException", "gone", "trace"),
        null,
        0,
        "build-7");
    write(SampleUnits.startStep(end));

    write(new FinishAttempt(end.stepRun(), run, failed));

    StepDetail before = queries().step(end.stepRun()).orElseThrow();
    assertThat(before.attempts()).containsExactly(failed);
    assertThat(before.step().status()).isEqualTo(StepStatus.RUNNING);

    write(end);

    assertThat(queries().step(end.stepRun()).orElseThrow().attempts())
        .extracting(AttemptRecord::number)
        .containsExactly(1, 2);
  }

  @Test
  void aVersionReadsAsItWasWritten() {
    UUID run = run("churn");
    NewVersion model = version("churn/train/result");
    FinishStep train = step(run, "train", List.of(model), List.of());

    assertThat(write(train)).containsExactly(1L);

    ArtifactVersion expected = new ArtifactVersion(
        model.id(),
        "churn/train/result",
        1,
        "sha256:" + "ab".repeat(32),
        2,
        "java.lang.Integer",
        "json/1",
        "42",
        AT.plusSeconds(1),
        1L,
        "churn",
        "train",
        null,
        null,
        null,
        null,
        List.of(),
        Map.of());
    assertThat(queries().version(model.id())).contains(expected);
    assertThat(queries().version("churn/train/result", 1)).contains(expected);
    assertThat(queries().newestVersion("churn/train/result")).contains(expected);
    assertThat(queries().versionsById(List.of(model.id(), UUID.randomUUID())))
        .isEqualTo(Map.of(model.id(), expected));
    assertThat(queries().content(model.id())).usingRecursiveComparison().isEqualTo(model.content());
    assertThat(queries().facts(Holder.ofVersion(model.id())))
        .containsExactly(new Fact("rows", "344"));
    assertThat(queries().edgesOfVersions(List.of(model.id())))
        .containsExactly(new Edge(train.stepRun(), model.id(), EdgeRole.OUTPUT, "result"));
    assertThat(only(queries().stepsInRuns(List.of(train.stepRun()))).run()).isEqualTo(1L);
  }

  @Test
  void artifactsAndVersionsArePaged() {
    UUID run = run("churn");
    for (int i = 0; i < 5; i++) {
      write(step(run, "s" + i, List.of(version("b/x"), version("a/100%_x")), List.of()));
    }
    write(step(run, "last", List.of(version("c/x")), List.of()));

    assertThat(queries().artifacts("", "", 2))
        .extracting(ArtifactSummary::name, ArtifactSummary::versions)
        .containsExactly(tuple("a/100%_x", 5L), tuple("b/x", 5L));
    assertThat(queries().artifacts("", "b/x", 2))
        .extracting(ArtifactSummary::name)
        .containsExactly("c/x");
    assertThat(queries().artifacts("100%_", "", 9))
        .extracting(ArtifactSummary::name)
        .containsExactly("a/100%_x");
    assertThat(queries().artifacts("00%x", "", 9)).isEmpty();
    assertThat(queries().versions("b/x", Long.MAX_VALUE, 2))
        .extracting(ArtifactVersion::number)
        .containsExactly(5L, 4L);
    assertThat(queries().versions("b/x", 4, 9))
        .extracting(ArtifactVersion::number)
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void namesAreFoundByTheirTail() {
    UUID run = run("churn");
    write(step(
        run, "s", List.of(version("a/model"), version("b/model"), version("remodel")), List.of()));

    assertThat(queries().artifactNamesByTail("model")).containsExactly("a/model", "b/model");
    assertThat(queries().artifactNamesByTail("a/model")).containsExactly("a/model");
    assertThat(queries().artifactNamesByTail("remodel")).containsExactly("remodel");
    assertThat(queries().artifactNamesByTail("odel")).isEmpty();
    assertThat(queries().artifactNamesByTail("_odel")).isEmpty();
  }

  @Test
  void versionsAreFoundByTheBeginningOfTheirDigest() {
    UUID run = run("churn");
    NewVersion one = version("x", "00ff" + "0".repeat(60));
    NewVersion two = version("y", "00fe" + "f".repeat(60));
    write(step(run, "s", List.of(one, two), List.of()));

    assertThat(queries().versionsByDigest("00f", 9))
        .extracting(ArtifactVersion::artifact)
        .containsExactlyInAnyOrder("x", "y");
    assertThat(queries().versionsByDigest("00f", 1)).hasSize(1);
    assertThat(queries().versionsByDigest("00fe", 9))
        .extracting(ArtifactVersion::artifact)
        .containsExactly("y");
    assertThat(queries().versionsByDigest("1", 9)).isEmpty();
  }

  MetadataQueries queries() {
    return store.queries();
  }

  UUID run(String pipeline) {
    UUID id = UUID.randomUUID();
    write(startRun(id, pipeline));
    return id;
  }

  static <V> V only(Map<?, V> map) {
    assertThat(map).hasSize(1);
    return map.values().iterator().next();
  }

  List<Long> numbers(RunFilter filter) {
    return queries().runs(filter).stream().map(PipelineRun::number).toList();
  }

  <R> R write(UnitOfWork<R> unit) {
    return join(store.submit(unit));
  }

  static <R> R join(CompletableFuture<R> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof TreadleException known ? known : e;
    }
  }

  static void assertFailsWith(CoreProblem code, CompletableFuture<?> future) {
    assertThatThrownBy(() -> join(future))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
