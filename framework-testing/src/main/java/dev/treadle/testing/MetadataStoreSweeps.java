package dev.treadle.testing;

import static dev.treadle.testing.SampleUnits.AT;
import static dev.treadle.testing.SampleUnits.cachedFrom;
import static dev.treadle.testing.SampleUnits.finishRun;
import static dev.treadle.testing.SampleUnits.step;
import static dev.treadle.testing.SampleUnits.version;
import static dev.treadle.testing.SampleUnits.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepSelection;
import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Change.DeleteVersions.Uses;
import dev.treadle.metadata.CondemnedObject;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.ImportVersion;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.Reliance;
import dev.treadle.metadata.RenewLease;
import dev.treadle.metadata.Sweep;
import dev.treadle.metadata.TakeOver;
import dev.treadle.metadata.VersionUse;
import dev.treadle.metadata.VersionUse.Hold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which versions may go and which are held, and that no object goes on which somebody relies. */
abstract class MetadataStoreSweeps extends MetadataStoreClaims {
  private static final Act ANA = new Act("ana", AT);
  private static final String BLOB = "blobs/sha256/ab/" + "ab".repeat(32);
  private static final UUID MARK = UUID.randomUUID();
  private static final UUID TAKER = UUID.randomUUID();
  private static final Reliance NOTHING = new Reliance(0, Set.of());

  @Test
  void whatHoldsAVersionIsToldByArtifactTheNewestFirst() {
    NewVersion champion = version("m");
    NewVersion tagged = version("m");
    NewVersion read = version("m");
    NewVersion taken = version("a");
    NewVersion free = version("a");
    NewVersion held = version("z");
    UUID first = run("churn");
    FinishStep load = step(first, "load", List.of(taken), List.of());
    write(load);
    write(step(first, "train", List.of(champion, tagged, read), List.of()));
    write(step(
        first, "test", List.of(free), List.of(new NewEdge(read.id(), EdgeRole.INPUT, "model"))));
    write(finishRun(first, RunStatus.COMPLETED));
    UUID second = run("other");
    write(cachedFrom(
        step(second, "l", List.of(), List.of(new NewEdge(taken.id(), EdgeRole.OUTPUT, "result"))),
        load.stepRun()));
    write(finishRun(second, RunStatus.FAILED));
    write(step(run("third"), "s", List.of(held), List.of()));
    write(new Change.GiveAlias(champion.id(), "champion", ANA));
    write(new Change.Tags(Holder.ofVersion(tagged.id()), Map.of("keep", ""), Set.of(), ANA));

    List<VersionUse> uses = uses();

    assertThat(uses)
        .extracting(use -> use.version().label() + use.holds())
        .containsExactly("a@2[]", "a@1[USE]", "m@3[USE]", "m@2[TAG]", "m@1[ALIAS]", "z@1[RUN]");
    assertThat(uses.get(0))
        .isEqualTo(
            new VersionUse(uses.get(0).version(), "ab".repeat(32), 2, AT.plusSeconds(1), Set.of()));
  }

  @Test
  void aRunHoldsWhatItMayTakeFromTheCache() {
    NewVersion old = version("a");
    NewVersion newest = version("a");
    UUID first = run("churn");
    write(step(first, "s", List.of(old), List.of()));
    write(finishRun(first, RunStatus.COMPLETED));
    UUID second = run("churn");
    write(step(second, "s", List.of(newest), List.of()));
    write(finishRun(second, RunStatus.COMPLETED));
    UUID partial = UUID.randomUUID();
    write(SampleUnits.partial(
        SampleUnits.startRun(partial, "churn"), StepSelection.ALL.limitedTo("t")));
    write(finishRun(partial, RunStatus.COMPLETED));
    UUID lost = run("churn");
    write(new RenewLease(lost, Duration.ZERO));

    assertThat(uses()).extracting(VersionUse::holds).containsExactly(Set.of(Hold.RUN), Set.of());
    write(delete(Uses.DO_NOT_COUNT, old, newest));

    assertThat(isGone(old)).isTrue();
    assertThat(isGone(newest)).isFalse();
    write(new TakeOver(lost));
    write(finishRun(lost, RunStatus.CANCELLED));
    write(delete(Uses.DO_NOT_COUNT, newest));
    assertThat(isGone(newest)).isTrue();
  }

  @Test
  void versionsThatAreHeldByNowAreNotDeleted() {
    NewVersion champion = version("m");
    NewVersion tagged = version("m");
    NewVersion read = version("m");
    NewVersion free = version("m");
    UUID run = run("churn");
    write(step(run, "train", List.of(champion, tagged, read, free), List.of()));
    write(step(
        run, "test", List.of(), List.of(new NewEdge(read.id(), EdgeRole.OBSERVED_INPUT, "m"))));
    write(delete(Uses.DO_NOT_COUNT, champion, tagged, read, free));
    assertThat(List.of(champion, tagged, read, free)).noneMatch(this::isGone);
    write(finishRun(run, RunStatus.COMPLETED));
    write(new Change.GiveAlias(champion.id(), "champion", ANA));
    write(new Change.Tags(Holder.ofVersion(tagged.id()), Map.of("keep", "x"), Set.of(), ANA));

    write(delete(Uses.KEEP, champion, tagged, read, free));

    assertThat(isGone(free)).isTrue();
    assertThat(List.of(champion, tagged, read)).noneMatch(this::isGone);
    write(delete(Uses.DO_NOT_COUNT, champion, tagged, read));
    assertThat(isGone(read)).isTrue();
    assertThat(List.of(champion, tagged)).noneMatch(this::isGone);
  }

  @Test
  void whatIsRecordedOfADeletedVersionStaysAndNoStepTakesItAgain() {
    NewVersion model = version("model", "0c".repeat(32));
    UUID run = run("churn");
    FinishStep train = withKey(step(run, "train", List.of(model), List.of()), "k", true);
    write(train);
    write(finishRun(run, RunStatus.COMPLETED));
    assertThat(queries().cacheEntries(List.of("k"))).containsOnlyKeys("k");

    write(delete(Uses.DO_NOT_COUNT, model));

    ArtifactVersion gone = queries().version("model", 1).orElseThrow();
    assertThat(gone.deletedAt()).isEqualTo(ANA.at());
    assertThat(gone.deletedBy()).isEqualTo("ana");
    assertThat(gone.digest()).isEqualTo("sha256:" + "0c".repeat(32));
    assertThat(queries().facts(Holder.ofVersion(model.id())))
        .containsExactly(new Fact("rows", "344"));
    assertThat(queries().edgesOfVersions(List.of(model.id()))).hasSize(1);
    assertThat(queries().deletedOutputs(run)).containsExactly(gone);
    assertThat(queries().cacheEntries(List.of("k"))).isEmpty();
    assertThat(queries().cacheEntriesOfNewestRun("churn")).isEmpty();
    assertThat(queries().earlierKeys("churn", "train", 9)).hasSize(1);
    assertThat(queries().newestVersion("model")).isEmpty();
    assertThat(uses()).isEmpty();
    assertThat(queries().run(run)).isPresent();
    UUID next = run("churn");
    assertThat(write(step(next, "train", List.of(version("model")), List.of())))
        .containsExactly(2L);
  }

  @Test
  void anObjectIsDeletedOnceTheRunsBeforeItHaveEnded() {
    UUID before = run("churn");
    condemn(BLOB);
    UUID after = run("churn");

    assertThat(write(new Sweep.Begin())).isEqualTo(1);
    assertThat(queries().condemned()).containsExactly(new CondemnedObject(BLOB, 7, MARK, 1));
    write(finishRun(before, RunStatus.FAILED));
    assertThat(write(new Sweep.Begin())).isEqualTo(2);
    assertThat(take(BLOB)).containsExactly(BLOB);

    assertThat(queries().condemned()).as("it is being deleted").isEmpty();
    assertThat(queries().beingDeleted()).containsExactly(new CondemnedObject(BLOB, 7, TAKER, 1));
    assertThat(queries().sweeps()).isEqualTo(1);
    write(new Sweep.Conclude(UUID.randomUUID(), Set.of(BLOB), Set.of()));
    assertThat(write(new Sweep.LetOff(Set.of(BLOB), Set.of()))).as("not yet").containsExactly(BLOB);
    write(new Sweep.Conclude(TAKER, Set.of(BLOB), Set.of()));
    assertThat(write(new Sweep.LetOff(Set.of(BLOB), Set.of()))).isEmpty();
    assertThat(queries().beingDeleted()).isEmpty();
    write(finishRun(after, RunStatus.COMPLETED));
    assertThat(write(new Sweep.Begin())).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatTheTakerDidNotComeToMayBeTakenAgain() {
    condemn(BLOB, "logs/x");
    take(BLOB, "logs/x");

    write(new Sweep.Conclude(UUID.randomUUID(), Set.of(), Set.of(BLOB)));
    assertThat(queries().condemned()).as("others have no say").isEmpty();
    write(new Sweep.Conclude(TAKER, Set.of("logs/x"), Set.of(BLOB)));

    assertThat(queries().condemned()).containsExactly(new CondemnedObject(BLOB, 7, TAKER, 0));
    assertThat(write(new Sweep.Take(UUID.randomUUID(), Map.of(BLOB, TAKER)))).containsExactly(BLOB);
  }

  @Test
  void whatSomebodyReliesOnIsNotTaken() {
    condemn(BLOB, "logs/x");

    assertThat(store.rely(Set.of(BLOB))).isZero();

    assertThat(queries().condemned()).extracting(CondemnedObject::path).containsExactly("logs/x");
    assertThat(take(BLOB, "logs/x")).containsExactly("logs/x");
    assertThat(store.rely(Set.of(BLOB))).isEqualTo(1);
  }

  @Test
  void whoeverReliesOnManyReliesOnEach() {
    condemn(BLOB, "logs/x", "logs/y");
    List<String> many = Stream.concat(
            Stream.of("logs/x", BLOB), IntStream.range(0, 2_000).mapToObj(i -> "logs/" + i))
        .toList();

    assertThat(store.rely(many)).isZero();

    assertThat(queries().condemned()).extracting(CondemnedObject::path).containsExactly("logs/y");
  }

  @Test
  void whatIsCondemnedAnewIsNotTakenForWhatItWas() {
    condemn(BLOB);
    assertThat(store.rely(Set.of(BLOB))).isZero();
    write(new Sweep.Condemn(UUID.randomUUID(), Map.of(BLOB, 7L)));

    assertThat(take(BLOB)).isEmpty();
    assertThat(queries().condemned()).hasSize(1);
    assertThat(queries().sweeps()).isZero();
  }

  @Test
  void whatIsCondemnedTwiceStaysAsItWas() {
    condemn(BLOB);
    run("churn");

    write(new Sweep.Condemn(UUID.randomUUID(), Map.of(BLOB, 8L)));

    assertThat(queries().condemned()).containsExactly(new CondemnedObject(BLOB, 7, MARK, 0));
  }

  @Test
  void whoeverReliesOnWhatIsBeingDeletedWaitsForTheEndOfIt() throws Exception {
    condemn(BLOB);
    take(BLOB);

    CompletableFuture<Long> relied = CompletableFuture.supplyAsync(() -> store.rely(Set.of(BLOB)));
    assertThat(write(new Sweep.LetOff(Set.of(BLOB), Set.of()))).containsExactly(BLOB);
    assertThat(relied).isNotDone();
    write(new Sweep.Conclude(TAKER, Set.of(BLOB), Set.of()));

    assertThat(relied.get(60, TimeUnit.SECONDS)).isEqualTo(1);
  }

  @Test
  void aRunThatHasLostItsProcessIsNotWaitedForAndPublishesNothingMore() {
    UUID run = run("churn");
    FinishStep train = step(run, "train", List.of(version("model")), List.of());
    write(step(run, "load"));
    write(new RenewLease(run, Duration.ZERO));
    assertThat(write(new Sweep.Begin())).as("nothing is condemned").isEqualTo(Long.MAX_VALUE);
    write(new RenewLease(run, Duration.ZERO));
    condemn(BLOB);

    assertThat(write(new Sweep.Begin())).isEqualTo(Long.MAX_VALUE);

    assertFailsWith(CoreProblem.RUN_TAKEN_OVER, store.submit(train));
    assertThat(queries().openRuns())
        .extracting(PipelineRun::status)
        .containsExactly(RunStatus.INTERRUPTED);
    write(new TakeOver(run));
    assertThat(write(train)).containsExactly(1L);
    write(finishRun(run, RunStatus.COMPLETED));
    assertThat(queries().openRuns()).isEmpty();
  }

  @Test
  void anImportIsRefusedWhenWhatItReliesOnMayBeGone() {
    condemn(BLOB, "logs/x");
    write(imported("a", new Reliance(0, Set.of(BLOB))));
    assertThat(queries().condemned()).as("let off").hasSize(1);
    assertThat(take(BLOB, "logs/x")).containsExactly("logs/x");

    assertFailsWith(
        CoreProblem.STORE_SWEPT, store.submit(imported("a", new Reliance(0, Set.of()))));
    assertFailsWith(
        CoreProblem.STORE_SWEPT, store.submit(imported("a", new Reliance(1, Set.of("logs/x")))));
    write(imported("a", new Reliance(1, Set.of(BLOB))));
    assertThat(queries().newestVersion("a").orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void whatIsSubmittedTogetherIsSeenInItsOrder() {
    condemn(BLOB);
    List<CompletableFuture<?>> all = new ArrayList<>();
    IntStream.range(0, 50).forEach(i -> all.add(store.submit(imported("x" + i, NOTHING))));
    all.add(store.submit(imported("a", new Reliance(0, Set.of(BLOB)))));
    CompletableFuture<Set<String>> taken = store.submit(new Sweep.Take(TAKER, Map.of(BLOB, MARK)));

    assertThat(taken.join()).isEmpty();
    assertThat(all).allSatisfy(CompletableFuture::join);
  }

  @Test
  void theLogsOfAttemptsAreTold() {
    UUID run = run("churn");
    write(step(run, "a"));
    write(step(run, "b"));
    write(finishRun(run, RunStatus.COMPLETED));
    List<String> logs = new ArrayList<>();

    queries().forEachLog(logs::add);

    assertThat(logs).containsExactly("logs/1.txt", "logs/1.txt");
    write(new Change.DeleteRuns(List.of(run), Change.DeleteRuns.Artifacts.KEEP, ANA));
    logs.clear();
    queries().forEachLog(logs::add);
    assertThat(logs).isEmpty();
  }

  private static ImportVersion imported(String name, Reliance relied) {
    return new ImportVersion(
        UUID.randomUUID(), name, "test", version(name).content(), List.of(), relied, ANA);
  }

  private void condemn(String... paths) {
    Map<String, Long> objects = new HashMap<>();
    List.of(paths).forEach(path -> objects.put(path, 7L));
    write(new Sweep.Condemn(MARK, objects));
  }

  private Set<String> take(String... paths) {
    Map<String, UUID> marks = new HashMap<>();
    List.of(paths).forEach(path -> marks.put(path, MARK));
    return write(new Sweep.Take(TAKER, marks));
  }

  private List<VersionUse> uses() {
    List<VersionUse> uses = new ArrayList<>();
    queries().forEachUse(uses::add);
    return uses;
  }

  private boolean isGone(NewVersion version) {
    return queries().version(version.id()).orElseThrow().deletedAt() != null;
  }

  private static Change.DeleteVersions delete(Uses uses, NewVersion... versions) {
    return new Change.DeleteVersions(
        List.of(versions).stream().map(NewVersion::id).toList(), uses, ANA);
  }
}
