package dev.treadle.testing;

import static dev.treadle.testing.SampleUnits.AT;
import static dev.treadle.testing.SampleUnits.cachedFrom;
import static dev.treadle.testing.SampleUnits.finishRun;
import static dev.treadle.testing.SampleUnits.startRun;
import static dev.treadle.testing.SampleUnits.step;
import static dev.treadle.testing.SampleUnits.told;
import static dev.treadle.testing.SampleUnits.version;
import static dev.treadle.testing.SampleUnits.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.CacheEntry;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.RegisterExternal;
import dev.treadle.metadata.RunFilter;
import dev.treadle.metadata.RunMetric;
import dev.treadle.metadata.VersionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link MetadataStore} must do. A module with a store extends it in a test and says how to open a new one.
 *
 * @since 0.1
 */
@Timeout(120)
public abstract class MetadataStoreContract extends MetadataStoreSweeps {
  private static final int THREADS = 8;
  private static final int EACH = 1_000;

  @Test
  void numbersAreGaplessAndUniqueUnderLoad() throws Exception {
    UUID run = run("churn");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Callable<List<CompletableFuture<List<Long>>>>> tasks = IntStream.range(0, THREADS)
        .<Callable<List<CompletableFuture<List<Long>>>>>mapToObj(thread -> () -> {
          List<CompletableFuture<List<Long>>> mine = new ArrayList<>();
          for (int i = 0; i < EACH; i++) {
            mine.add(store.submit(
                step(run, "t" + thread + "-" + i, List.of(version("shared")), List.of())));
          }
          return mine;
        })
        .toList();
    List<List<Long>> byThread = new ArrayList<>();
    try {
      for (var submitted : threads.invokeAll(tasks)) {
        byThread.add(
            submitted.get().stream().map(future -> future.join().get(0)).toList());
      }
    } finally {
      threads.shutdown();
    }

    assertThat(byThread).allSatisfy(numbers -> assertThat(numbers).isSorted());
    assertThat(byThread.stream().flatMap(List::stream).sorted().toList())
        .isEqualTo(LongStream.rangeClosed(1, THREADS * EACH).boxed().toList());
    assertThat(queries().newestVersion("shared").orElseThrow().number()).isEqualTo(THREADS * EACH);
  }

  @Test
  void aConflictFailsAloneAndLeavesNoGap() {
    UUID run = run("churn");
    NewVersion taken = version("a");
    write(step(run, "s0", List.of(taken), List.of()));

    var before = store.submit(step(run, "s1", List.of(version("a")), List.of()));
    var duplicate = store.submit(step(run, "s2", List.of(version("b"), taken), List.of()));
    var dangling = store.submit(step(
        run,
        "s3",
        List.of(version("a")),
        List.of(new NewEdge(UUID.randomUUID(), EdgeRole.INPUT, "x"))));
    var noRun = store.submit(step(UUID.randomUUID(), "s4", List.of(version("a")), List.of()));
    var after = store.submit(step(run, "s5", List.of(version("a")), List.of()));

    assertThat(before.join()).containsExactly(2L);
    assertFailsWith(CoreProblem.STORE_CONFLICT, duplicate);
    assertFailsWith(CoreProblem.STORE_CONFLICT, dangling);
    assertFailsWith(CoreProblem.STORE_CONFLICT, noRun);
    assertThat(after.join()).containsExactly(3L);
    assertThat(queries().steps(run)).extracting(StepRun::step).containsExactly("s0", "s1", "s5");
    assertThat(queries().newestVersion("b")).as("all or nothing").isEmpty();
    assertThat(run("churn")).isNotNull();
    assertThat(queries().runByNumber(2)).isPresent();
  }

  @Test
  void anEndedRunTakesNoMoreAndAStepEndsOnce() {
    UUID run = run("churn");
    FinishStep load = step(run, "load");
    write(load);
    assertFailsWith(CoreProblem.STORE_CONFLICT, store.submit(load));
    write(finishRun(run, RunStatus.CANCELLED));

    assertFailsWith(CoreProblem.STORE_CONFLICT, store.submit(step(run, "late")));
    assertFailsWith(CoreProblem.STORE_CONFLICT, store.submit(finishRun(run, RunStatus.COMPLETED)));
    assertFailsWith(CoreProblem.STORE_CONFLICT, store.submit(startRun(run, "churn")));

    assertThat(queries().run(run).orElseThrow().status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void whatHangsOnAFutureMaySubmitMore() {
    UUID run = run("churn");

    CompletableFuture<List<Long>> second = store
        .submit(step(run, "one", List.of(version("a")), List.of()))
        .thenCompose(first -> store.submit(step(run, "two", List.of(version("a")), List.of())));

    assertThat(second.join()).containsExactly(2L);
  }

  @Test
  void whatIsEnqueuedIsWrittenNoLaterThanWhatIsSubmittedAfterIt() {
    UUID run = UUID.randomUUID();
    var unused = store.enqueue(SampleUnits.startRun(run, "churn"));

    store.submit(SampleUnits.finishRun(run, RunStatus.COMPLETED)).join();

    assertThat(store.queries().run(run).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void whatIsEnqueuedIsWrittenWithoutAnythingAfterIt() {
    assertThat(store.enqueue(SampleUnits.startRun(UUID.randomUUID(), "churn")).join())
        .isEqualTo(1);
  }

  @Test
  void externalDataAreRegisteredOnceForEachPin() {
    UUID one = UUID.randomUUID();
    UUID two = UUID.randomUUID();
    VersionRef first = write(new RegisterExternal(one, "raw", "s3://b/x", "etag:1", 10, AT));
    VersionRef same =
        write(new RegisterExternal(UUID.randomUUID(), "raw", "s3://b/x", "etag:1", 10, AT));
    VersionRef changed = write(new RegisterExternal(two, "raw", "s3://b/x", "etag:2", 11, AT));

    assertThat(first).isEqualTo(new VersionRef(one, "raw", 1));
    assertThat(same).isEqualTo(first);
    assertThat(changed).isEqualTo(new VersionRef(two, "raw", 2));
    ArtifactVersion read = queries().version(two).orElseThrow();
    assertThat(read.externalUri()).isEqualTo("s3://b/x");
    assertThat(read.digest()).isEqualTo("etag:2");
    assertThat(read.run()).isNull();
    assertThat(read.step()).isNull();
    assertThat(queries().content(two).inline()).isNull();
  }

  @Test
  void reusableResultsAreFoundByKeyAndTheNewestWins() {
    UUID first = run("churn");
    NewVersion old = version("a");
    write(withKey(step(first, "s", List.of(old), List.of()), "k1", true));
    write(withKey(step(first, "t", List.of(version("b")), List.of()), "k2", false));
    write(finishRun(first, RunStatus.COMPLETED));
    UUID second = run("churn");
    NewVersion recent = version("a");
    FinishStep original = withKey(step(second, "s", List.of(recent), List.of()), "k1", true);
    write(original);
    write(finishRun(second, RunStatus.COMPLETED));

    CacheEntry entry = only(queries().cacheEntries(List.of("k1", "k2", "k3")));
    assertThat(queries().cacheEntries(List.of("k1", "k2", "k3"))).containsOnlyKeys("k1");
    assertThat(entry.stepRun()).isEqualTo(original.stepRun());
    assertThat(entry.runNumber()).isEqualTo(2);
    assertThat(entry.outputs()).hasSize(1);
    assertThat(entry.outputs().get(0).output()).isEqualTo("result");
    assertThat(entry.outputs().get(0).version()).isEqualTo(new VersionRef(recent.id(), "a", 2));
    assertThat(entry.outputs().get(0).content().inline())
        .isEqualTo(recent.content().inline());
    assertThat(entry.outputs().get(0).content().preview()).isNull();
  }

  @Test
  void aCachedStepPointsToTheOriginal() {
    UUID first = run("churn");
    NewVersion made = version("a");
    FinishStep original = withKey(step(first, "s", List.of(made), List.of()), "k1", true);
    write(original);
    write(finishRun(first, RunStatus.COMPLETED));
    UUID second = run("churn");
    FinishStep cached = cachedFrom(
        step(second, "s", List.of(), List.of(new NewEdge(made.id(), EdgeRole.OUTPUT, "result"))),
        original.stepRun());
    write(cached);
    write(finishRun(second, RunStatus.COMPLETED));

    assertThat(queries().steps(second).get(0).cachedFrom()).isEqualTo(1L);
    assertThat(only(queries().cacheEntriesOfNewestRun("churn")).stepRun())
        .isEqualTo(original.stepRun());
    assertThat(only(queries().cacheEntries(List.of("k1"))).stepRun()).isEqualTo(original.stepRun());
    assertThat(queries().earlierKeys("churn", "s", 9))
        .extracting(key -> key.run())
        .containsExactly(2L, 1L);
    assertThat(queries().earlierKeys("churn", "s", 1)).hasSize(1);
    assertThat(queries().newestKeys("churn").get("s")).hasSize(2);
    assertThat(queries().step(cached.stepRun()).orElseThrow().cacheKey())
        .isEqualTo(original.cacheKey());
    assertThat(queries().earlierKeys("other", "s", 9)).isEmpty();
  }

  @Test
  void edgesStreamInTheOrderOfTheirMakingAndFromAPosition() {
    UUID run = run("churn");
    NewVersion a = version("a");
    NewVersion b = version("b");
    FinishStep one = step(run, "one", List.of(a), List.of());
    FinishStep two =
        step(run, "two", List.of(b), List.of(new NewEdge(a.id(), EdgeRole.INPUT, "x")));
    var first = store.submit(one);
    write(two);
    assertThat(first).as("in order").isCompleted();
    Edge made = new Edge(one.stepRun(), a.id(), EdgeRole.OUTPUT, "result");
    Edge read = new Edge(two.stepRun(), a.id(), EdgeRole.INPUT, "x");
    Edge last = new Edge(two.stepRun(), b.id(), EdgeRole.OUTPUT, "result");

    List<Edge> all = new ArrayList<>();
    long position = queries().forEachEdge(0, all::add);
    assertThat(all).containsExactly(made, read, last);
    assertThat(queries().edgesOfSteps(List.of(two.stepRun()))).containsExactly(read, last);
    assertThat(queries().edgesOfVersions(List.of(a.id()))).containsExactly(made, read);

    FinishStep three =
        step(run, "three", List.of(), List.of(new NewEdge(b.id(), EdgeRole.OBSERVED_INPUT, "y")));
    write(three);
    List<Edge> more = new ArrayList<>();
    assertThat(queries().forEachEdge(position, more::add)).isGreaterThan(position);
    assertThat(more)
        .containsExactly(new Edge(three.stepRun(), b.id(), EdgeRole.OBSERVED_INPUT, "y"));
  }

  @Test
  void metricsKeepEveryBitAndTheirOrder() {
    UUID run = run("churn");
    List<Double> numbers =
        List.of(Double.NaN, -0.0, Double.POSITIVE_INFINITY, Double.MIN_VALUE, -1.5);
    List<MetricPoint> odd = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      odd.add(new MetricPoint("odd", i, numbers.get(i), AT.plusMillis(i)));
    }
    List<MetricPoint> all = new ArrayList<>(odd);
    all.add(new MetricPoint("zero", -1, -0.0, AT));
    List<MetricPoint> many = IntStream.range(0, 5_000)
        .mapToObj(i -> new MetricPoint("loss", i, 1.0 / i, AT))
        .toList();
    all.addAll(many);
    FinishStep train = told(step(run, "train"), List.of(), all, Map.of(), Map.of());
    write(train);

    assertThat(queries().metricPoints(train.stepRun(), "odd", 0, 9)).isEqualTo(odd);
    assertThat(queries().metricPoints(train.stepRun(), "loss", 1_000, 2_000))
        .isEqualTo(many.subList(1_000, 3_000));
    assertThat(queries().metricPoints(train.stepRun(), "loss", 4_990, Integer.MAX_VALUE))
        .isEqualTo(many.subList(4_990, 5_000));
    assertThat(queries().metricPoints(train.stepRun(), "loss", Long.MAX_VALUE, 1))
        .isEmpty();
    assertThat(queries().lastMetrics(run))
        .isEqualTo(Map.of(
            train.stepRun(),
            List.of(many.get(4_999), odd.get(4), new MetricPoint("zero", -1, -0.0, AT))));
  }

  @Test
  void aCachedStepHasTheMetricsOfTheOneWhoseResultItTook() {
    UUID first = run("churn");
    List<MetricPoint> points = List.of(new MetricPoint("auc", -1, 0.79, AT));
    FinishStep original =
        told(withKey(step(first, "train"), "k1", true), List.of(), points, Map.of(), Map.of());
    write(original);
    UUID second = run("churn");
    FinishStep cached = cachedFrom(step(second, "train"), original.stepRun());
    write(cached);
    UUID third = run("churn");
    write(step(third, "train"));

    assertThat(queries().lastMetrics(second)).isEqualTo(Map.of(cached.stepRun(), points));
    assertThat(queries().lastMetricsOfRuns(List.of(first, second, third)))
        .isEqualTo(Map.of(
            first, List.of(new RunMetric("train", points.get(0))),
            second, List.of(new RunMetric("train", points.get(0)))));
  }

  @Test
  void oddNamesAreKeptAsTheyAre() {
    UUID run = run("a/b 'c' \"d\" \\ % _ ;--\nnext 😀 İı");
    for (String name : List.of("x/y", "it's", "\"q\"", "new\nline", "😀", "%", "n".repeat(300))) {
      NewVersion odd = version(name);
      FinishStep step = step(run, name, List.of(odd), List.of());
      write(step);

      assertThat(queries().newestVersion(name).map(ArtifactVersion::id)).contains(odd.id());
      assertThat(queries().step(step.stepRun()).orElseThrow().step().step()).isEqualTo(name);
      assertThat(queries().artifacts(name, "", 9)).isNotEmpty();
    }
    assertThat(queries().runs(RunFilter.newest(1)).get(0).pipeline()).endsWith("😀 İı");
  }

  @Test
  void whatIsTooLongIsRefusedByName() {
    UUID run = run("churn");
    String name = "n".repeat(501);

    assertFailsWith(
        CoreProblem.STORE_LIMIT, store.submit(step(run, "s", List.of(version(name)), List.of())));
    assertFailsWith(CoreProblem.STORE_LIMIT, store.submit(step(run, "a\0b")));
    assertThatThrownBy(() -> write(step(run, name)))
        .hasMessageContaining("The step name 'nnn")
        .hasMessageContaining("501")
        .hasMessageContaining("500");
    assertThat(write(step(run, "s", List.of(version("fine")), List.of()))).containsExactly(1L);
  }

  @Test
  void aMegabyteOfParametersIsKept() {
    UUID id = UUID.randomUUID();
    String params = "{\"text\":\"" + "ü".repeat(1 << 20) + "\"}";

    write(startRun(id, "churn", params));

    assertThat(queries().run(id).orElseThrow().paramsJson()).isEqualTo(params);
  }

  @Test
  void whatDoesNotExistIsSaid() {
    UUID none = UUID.randomUUID();

    assertThat(queries().step(none)).isEmpty();
    assertThat(queries().version(none)).isEmpty();
    assertThatThrownBy(() -> queries().content(none))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CoreProblem.ART_NOT_FOUND))
        .hasMessageContaining(none.toString());
    assertThatThrownBy(() -> queries().snapshot(none))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CoreProblem.RUN_NOT_FOUND));
  }

  @Test
  void aClosedStoreHasWrittenWhatWasQueuedAndRefusesMore() {
    UUID run = run("churn");
    List<CompletableFuture<List<Long>>> queued = IntStream.range(0, 200)
        .mapToObj(i -> store.submit(step(run, "s" + i, List.of(version("a")), List.of())))
        .toList();

    store.close();

    assertThat(queued.get(199).join()).containsExactly(200L);
    assertFailsWith(CoreProblem.STORE_UNREACHABLE, store.submit(step(run, "late")));
  }
}
