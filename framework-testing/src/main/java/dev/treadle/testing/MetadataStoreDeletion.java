package dev.treadle.testing;

import static dev.treadle.testing.SampleUnits.AT;
import static dev.treadle.testing.SampleUnits.cachedFrom;
import static dev.treadle.testing.SampleUnits.finishRun;
import static dev.treadle.testing.SampleUnits.step;
import static dev.treadle.testing.SampleUnits.told;
import static dev.treadle.testing.SampleUnits.version;
import static dev.treadle.testing.SampleUnits.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.RunStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.DeletedRun;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.RunFilter;
import dev.treadle.metadata.StepInRun;
import dev.treadle.metadata.StoredManifest;
import dev.treadle.query.Filter;
import dev.treadle.query.RunQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What deleting a run takes and what it leaves: 1 makes raw, clean and model; 2 takes raw from the cache and reads clean.
 */
abstract class MetadataStoreDeletion extends MetadataStoreCuration {
  private final NewVersion raw = version("raw", "0a".repeat(32));
  private final NewVersion clean = version("clean", "0b".repeat(32));
  private final NewVersion model = version("model", "0c".repeat(32));
  private FinishStep load = step(UUID.randomUUID(), "load");
  private FinishStep train = load;
  private UUID first = load.run();
  private UUID second = load.run();

  private void twoRuns() {
    first = run("churn");
    load = told(
        withKey(step(first, "load", List.of(raw), List.of()), "k-load", true),
        List.of(),
        List.of(new MetricPoint("rows", -1, 344, AT)),
        Map.of(),
        Map.of());
    train = told(
        withKey(
            step(
                first,
                "train",
                List.of(model),
                List.of(new NewEdge(clean.id(), EdgeRole.INPUT, "rows"))),
            "k-train",
            true),
        List.of(new Fact("depth", "3")),
        List.of(new MetricPoint("auc", -1, 0.8, AT)),
        Map.of("slow", "yes"),
        Map.of());
    write(load);
    write(withKey(
        step(first, "clean", List.of(clean), List.of(new NewEdge(raw.id(), EdgeRole.INPUT, "raw"))),
        "k-clean",
        true));
    write(train);
    write(finishRun(first, RunStatus.COMPLETED));
    second = run("churn");
    write(cachedFrom(
        step(second, "load", List.of(), List.of(new NewEdge(raw.id(), EdgeRole.OUTPUT, "result"))),
        load.stepRun()));
    write(step(
        second, "report", List.of(), List.of(new NewEdge(clean.id(), EdgeRole.INPUT, "rows"))));
    write(finishRun(second, RunStatus.COMPLETED));
  }

  @Test
  void whatOtherRunsUseAndWhatHasAnAliasStays() {
    twoRuns();

    assertThat(queries().versionsMadeBy(List.of(first)))
        .extracting(ArtifactVersion::artifact)
        .containsExactly("clean", "model", "raw");
    assertThat(queries().runsUsing(List.of(raw.id(), clean.id(), model.id())))
        .isEqualTo(Map.of(
            raw.id(), new TreeSet<>(Set.of(1L, 2L)),
            clean.id(), new TreeSet<>(Set.of(1L, 2L)),
            model.id(), new TreeSet<>(Set.of(1L))));
    write(delete(Artifacts.DELETE_UNUSED, first));

    assertThat(isDeleted(raw)).as("taken from the cache").isFalse();
    assertThat(isDeleted(clean)).as("read").isFalse();
    assertThat(isDeleted(model)).as("of no use").isTrue();
    assertThat(queries().deletedManifests(List.of(first)))
        .extracting(StoredManifest::manifestDigest)
        .containsExactly("0c".repeat(32));
    assertThat(manifests()).containsExactlyInAnyOrder("0a".repeat(32), "0b".repeat(32));
    write(new Change.GiveAlias(clean.id(), "golden", ANA));
    write(delete(Artifacts.DELETE_UNUSED, second));
    assertThat(queries().content(clean.id()).sizeBytes()).isEqualTo(2);
  }

  @Test
  void runsThatAreDeletedTogetherKeepNothingForEachOther() {
    twoRuns();
    write(new Change.GiveAlias(clean.id(), "golden", ANA));

    write(delete(Artifacts.DELETE_UNUSED, first, second));

    assertThat(isDeleted(raw)).isTrue();
    assertThat(isDeleted(clean)).as("has an alias").isFalse();
  }

  @Test
  void artifactsAreKeptWhenThatIsAsked() {
    twoRuns();

    write(delete(Artifacts.KEEP, first, second));

    assertThat(isDeleted(raw) || isDeleted(clean) || isDeleted(model)).isFalse();
    assertThat(queries().cacheEntries(List.of("k-train"))).containsOnlyKeys("k-train");
    assertThat(queries().newestVersion("model").orElseThrow().run()).isEqualTo(1L);
  }

  @Test
  void aDeletedRunIsInNoListAndItsNumberIsNotGivenAgain() {
    twoRuns();
    write(new Change.Note(second, "of May", ANA));

    write(delete(Artifacts.DELETE_UNUSED, second));

    assertThat(numbers(RunFilter.newest(9))).containsExactly(1L);
    assertThat(queries().runs(RunQuery.newest(Filter.all(), 9))).hasSize(1);
    assertThat(queries().run(second)).isEmpty();
    assertThat(queries().runByNumber(2)).isEmpty();
    assertThat(queries().parameters(second)).isEmpty();
    assertThat(queries().deletedRun(2)).contains(new DeletedRun(second, 2, "churn", ANA));
    assertThat(queries().deletedRun(1)).isEmpty();
    assertThat(queries().newestKeys("churn")).containsKey("train");
    run("churn");
    assertThat(queries().runByNumber(3)).isPresent();
  }

  @Test
  void theNumbersOfDeletedVersionsAreNotGivenAgain() {
    twoRuns();

    write(delete(Artifacts.DELETE_UNUSED, first));

    assertThat(queries().newestVersion("model")).isEmpty();
    assertThat(queries().versions("model", Long.MAX_VALUE, 9)).isEmpty();
    assertThat(queries().artifactNamesByTail("model")).isEmpty();
    assertThat(queries().artifacts("", "", 9)).hasSize(2);
    assertThat(queries().versionsByDigest("0c0c", 9)).isEmpty();
    ArtifactVersion gone = queries().version("model", 1).orElseThrow();
    assertThat(gone.deletedAt()).isEqualTo(ANA.at());
    assertThatThrownBy(() -> queries().content(model.id()))
        .isInstanceOfSatisfying(TreadleException.class, e -> {
          assertThat(e.code()).isEqualTo(CoreProblem.ART_DELETED);
          assertThat(e)
              .hasMessageContaining("model@1 was deleted at ")
              .hasMessageContaining("by ana");
        });
    UUID third = run("churn");
    assertThat(write(step(third, "train", List.of(version("model")), List.of())))
        .containsExactly(2L);
    assertThat(queries().artifacts("model", "", 9).get(0).versions()).isEqualTo(1);
  }

  @Test
  void whatOthersHaveFromADeletedRunCanStillBeExplained() {
    twoRuns();

    write(delete(Artifacts.DELETE_UNUSED, first));

    StepInRun maker = only(queries().stepsInRuns(List.of(load.stepRun())));
    assertThat(maker.run()).isEqualTo(1);
    assertThat(maker.runDeleted()).isTrue();
    assertThat(queries().edgesOfVersions(List.of(raw.id()))).hasSize(3);
    assertThat(queries().lastMetrics(second).values())
        .as("a cached step shows the metrics of the one that it took")
        .containsExactly(List.of(new MetricPoint("rows", -1, 344, AT)));
    assertThat(queries().step(train.stepRun()).orElseThrow().facts()).isEmpty();
    assertThat(queries().step(train.stepRun()).orElseThrow().tags()).isEmpty();
  }

  @Test
  void onlyWholeResultsServeTheCache() {
    twoRuns();

    write(delete(Artifacts.DELETE_UNUSED, first));

    assertThat(queries().cacheEntries(List.of("k-load", "k-clean", "k-train")))
        .containsOnlyKeys("k-load", "k-clean");
    assertThat(queries().earlierKeys("churn", "train", 9)).isEmpty();
  }

  @Test
  void aDeletionIsOpenUntilItsBytesAreGone() {
    twoRuns();

    write(delete(Artifacts.DELETE_UNUSED, first));

    assertThat(queries().openDeletions()).extracting(DeletedRun::number).containsExactly(1L);
    assertThat(queries().logs(List.of(first))).hasSize(3).containsOnly("logs/1.txt");
    write(new Change.ConcludeDeletion(List.of(first), ANA));
    assertThat(queries().openDeletions()).isEmpty();
    assertThat(queries().logs(List.of(first))).isEmpty();
    assertThat(queries().logs(List.of(second))).hasSize(2);
  }

  @Test
  void aRunThatHasNotEndedOrIsGoneIsNotDeleted() {
    UUID run = run("churn");
    UUID ended = run("churn");
    write(finishRun(ended, RunStatus.CANCELLED));

    assertFailsWith(
        CoreProblem.STORE_CONFLICT, store.submit(delete(Artifacts.DELETE_UNUSED, ended, run)));
    assertThat(queries().run(ended)).as("all or nothing").isPresent();
    write(delete(Artifacts.DELETE_UNUSED, ended));
    assertFailsWith(
        CoreProblem.STORE_CONFLICT, store.submit(delete(Artifacts.DELETE_UNUSED, ended)));
    assertFailsWith(CoreProblem.STORE_CONFLICT, store.submit(new Change.Note(ended, "late", ANA)));
    assertFailsWith(
        CoreProblem.STORE_CONFLICT,
        store.submit(facts(Holder.ofRun(ended), new Fact("late", "1"))));
  }

  @Test
  void anInterruptedRunIsDeletedAndCannotGoOn() {
    UUID run = run("churn");
    write(finishRun(run, RunStatus.INTERRUPTED));

    write(delete(Artifacts.DELETE_UNUSED, run));

    assertThat(queries().run(run)).isEmpty();
    assertFailsWith(CoreProblem.STORE_CONFLICT, store.submit(step(run, "late")));
    assertFailsWith(CoreProblem.STORE_CONFLICT, store.submit(finishRun(run, RunStatus.COMPLETED)));
  }

  private List<String> manifests() {
    List<String> digests = new ArrayList<>();
    queries().forEachManifest(Filter.all(), manifest -> digests.add(manifest.manifestDigest()));
    return digests;
  }

  private boolean isDeleted(NewVersion version) {
    return queries().version(version.id()).orElseThrow().deletedAt() != null;
  }

  private static Change.DeleteRuns delete(Artifacts artifacts, UUID... runs) {
    return new Change.DeleteRuns(List.of(runs), artifacts, ANA);
  }
}
