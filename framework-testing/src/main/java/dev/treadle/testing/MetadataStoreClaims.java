package dev.treadle.testing;

import static dev.treadle.testing.SampleUnits.AT;
import static dev.treadle.testing.SampleUnits.completedAgain;
import static dev.treadle.testing.SampleUnits.finishRun;
import static dev.treadle.testing.SampleUnits.startStep;
import static dev.treadle.testing.SampleUnits.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.ClaimAttempt;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.FinishAttempt;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.RenewClaim;
import dev.treadle.metadata.StartStep;
import dev.treadle.metadata.UnderClaim;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who executes an attempt in a process of its own, and that nobody else records its end. */
abstract class MetadataStoreClaims extends MetadataStoreLeases {

  @Test
  void whoClaimedAnAttemptRecordsItsEnd() {
    UUID run = run("churn");
    FinishStep train = begun(run);

    long fence = write(claim(run, train, 1, Lease.LENGTH, "a"));
    assertThat(write(new RenewClaim(run, train.stepRun(), fence, Lease.LENGTH)).cancel())
        .isEmpty();
    write(new UnderClaim<>(train.stepRun(), fence, train));

    assertThat(queries().step(train.stepRun()).orElseThrow().step().status())
        .isEqualTo(StepStatus.COMPLETED);
    assertFailsWith(
        CoreProblem.RUN_TAKEN_OVER, store.submit(new UnderClaim<>(train.stepRun(), fence, train)));
    write(finishRun(run, RunStatus.COMPLETED));
    assertThat(queries().run(run).orElseThrow().stepCounts())
        .isEqualTo(Map.of(StepStatus.COMPLETED, 1));
  }

  @Test
  void anAttemptHasOneHolderUntilItsClaimHasRunOut() {
    UUID run = run("churn");
    FinishStep train = begun(run);
    long first = write(claim(run, train, 1, Lease.LENGTH, "a"));
    assertFailsWith(
        CoreProblem.RUN_TAKEN_OVER, store.submit(claim(run, train, 1, Lease.LENGTH, "b")));

    write(new RenewClaim(run, train.stepRun(), first, Duration.ZERO));
    long second = write(claim(run, train, 1, Lease.LENGTH, "b"));

    assertThat(second).isGreaterThan(first);
    assertFailsWith(
        CoreProblem.RUN_TAKEN_OVER,
        store.submit(new RenewClaim(run, train.stepRun(), first, Lease.LENGTH)));
    assertFailsWith(
        CoreProblem.RUN_TAKEN_OVER, store.submit(new UnderClaim<>(train.stepRun(), first, train)));
    write(new UnderClaim<>(train.stepRun(), second, train));
  }

  @Test
  void anAttemptThatAnotherFollowedRecordsNothing() {
    UUID run = run("churn");
    FinishStep train = begun(run);
    long fence = write(claim(run, train, 1, Lease.LENGTH, "a"));

    write(new StartStep(train.stepRun(), run, "train", -1, 2, AT));

    assertFailsWith(
        CoreProblem.RUN_TAKEN_OVER, store.submit(new UnderClaim<>(train.stepRun(), fence, train)));
    assertFailsWith(
        CoreProblem.RUN_TAKEN_OVER, store.submit(claim(run, train, 1, Lease.LENGTH, "a")));
    long second = write(claim(run, train, 2, Lease.LENGTH, "a"));
    write(new UnderClaim<>(train.stepRun(), second, completedAgain(train)));
    assertThat(queries().step(train.stepRun()).orElseThrow().step().attempts()).isEqualTo(2);
  }

  @Test
  void aFailedAttemptLeavesTheStepToWhoeverLeadsTheRun() {
    UUID run = run("churn");
    FinishStep train = begun(run);
    long fence = write(claim(run, train, 1, Lease.LENGTH, "a"));
    var failed = new AttemptRecord(1, AttemptStatus.FAILED, AT, AT, null, null, 0, "build-7");

    write(
        new UnderClaim<>(train.stepRun(), fence, new FinishAttempt(train.stepRun(), run, failed)));

    var detail = queries().step(train.stepRun()).orElseThrow();
    assertThat(detail.step().status()).isEqualTo(StepStatus.RUNNING);
    assertThat(detail.attempts()).containsExactly(failed);
    write(SampleUnits.withoutAttempts(train, StepStatus.FAILED));
    assertThat(queries().step(train.stepRun()).orElseThrow().step().attempts()).isEqualTo(1);
  }

  @Test
  void whatAFailedAttemptSaidStaysUntilTheNextOneHasEnded() {
    UUID run = run("churn");
    FinishStep train = begun(run);

    write(failed(train, 1, new Fact("first", "1"), new Fact("attempt", "1")));
    write(failed(train, 2, new Fact("attempt", "2")));
    write(SampleUnits.withoutAttempts(train, StepStatus.FAILED));

    var detail = queries().step(train.stepRun()).orElseThrow();
    assertThat(detail.attempts()).hasSize(2);
    assertThat(detail.facts()).containsExactly(new Fact("attempt", "2"));
    assertThat(queries().lastMetrics(run).get(train.stepRun()))
        .containsExactly(new MetricPoint("loss", 0, 2, AT));
    assertThat(queries().run(run).orElseThrow().tags()).containsEntry("attempt", "2");
  }

  @Test
  void whatAFailedAttemptSaidMakesWayForTheNextOneInOneGroup() {
    UUID run = run("churn");
    FinishStep train = begun(run);

    var first = store.submit(failed(train, 1, new Fact("attempt", "1")));
    var second = store.submit(failed(train, 2, new Fact("attempt", "2")));
    first.join();
    second.join();

    assertThat(queries().step(train.stepRun()).orElseThrow().facts())
        .containsExactly(new Fact("attempt", "2"));
  }

  private static FinishAttempt failed(FinishStep step, int number, Fact... facts) {
    return new FinishAttempt(
        step.stepRun(),
        step.run(),
        new AttemptRecord(number, AttemptStatus.FAILED, AT, AT, null, null, 0, "build-7"),
        List.of(),
        List.of(facts),
        List.of(new MetricPoint("loss", 0, number, AT)),
        Map.of("attempt", String.valueOf(number)));
  }

  @Test
  void nothingIsClaimedOfARunThatIsCancelledOrOver() {
    UUID run = run("churn");
    FinishStep train = begun(run);
    write(new Change.RequestCancel(run, "", new Act("ana", AT)));
    assertFailsWith(
        CoreProblem.RUN_CANCELLED, store.submit(claim(run, train, 1, Lease.LENGTH, "a")));

    write(finishRun(run, RunStatus.CANCELLED));

    assertFailsWith(
        CoreProblem.RUN_TAKEN_OVER, store.submit(claim(run, train, 1, Lease.LENGTH, "a")));
  }

  @Test
  void whatAProcessBesideRecordsIsKnownToTheLeader() {
    UUID run = run("churn");
    FinishStep train = begun(run);
    Optional<MetadataStore> beside = openBeside();
    assumeTrue(beside.isPresent(), "only one can have this store open");
    try (MetadataStore other = beside.get()) {
      long fence = other.write(claim(run, train, 1, Lease.LENGTH, "a"));
      other.write(new UnderClaim<>(train.stepRun(), fence, train));
      write(finishRun(run, RunStatus.COMPLETED));
    }

    PipelineRun ended = queries().run(run).orElseThrow();
    assertThat(ended.stepCounts()).isEqualTo(Map.of(StepStatus.COMPLETED, 1));
  }

  private FinishStep begun(UUID run) {
    FinishStep train = step(run, "train", List.of(), List.of());
    write(startStep(train));
    return train;
  }

  private static ClaimAttempt claim(
      UUID run, FinishStep step, int attempt, Duration length, String owner) {
    return new ClaimAttempt(run, step.stepRun(), attempt, length, owner);
  }
}
