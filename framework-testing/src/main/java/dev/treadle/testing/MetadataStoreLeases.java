package dev.treadle.testing;

import static dev.treadle.testing.SampleUnits.AT;
import static dev.treadle.testing.SampleUnits.completedAgain;
import static dev.treadle.testing.SampleUnits.finishRun;
import static dev.treadle.testing.SampleUnits.startStep;
import static dev.treadle.testing.SampleUnits.step;
import static dev.treadle.testing.SampleUnits.withStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.Lease.CancelRequest;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.RenewLease;
import dev.treadle.metadata.RunFilter;
import dev.treadle.metadata.TakeOver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who leads a run, what becomes of one whose leader is gone, and that nobody else records in it. */
abstract class MetadataStoreLeases extends MetadataStoreDeletion {
  private static final Act ANA = new Act("ana", AT);

  /** Opens what {@link #open} opened once more; empty when only one can have it open. */
  protected Optional<MetadataStore> openBeside() {
    return Optional.empty();
  }

  @Test
  void aRunThatWasToBeCancelledIsThatWhenItsLeaseHasRunOut() {
    UUID run = run("churn");
    write(startStep(step(run, "train")));
    write(new Change.RequestCancel(run, "wrong month", ANA));

    write(new RenewLease(run, Duration.ZERO));

    assertThat(queries().run(run).orElseThrow().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(thoseWith(RunStatus.CANCELLED)).containsExactly(run);
    assertThat(thoseWith(RunStatus.INTERRUPTED)).isEmpty();
    write(new TakeOver(run));
    assertThat(queries().run(run).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void aRunWhoseLeaseHasRunOutIsInterrupted() {
    UUID run = run("churn");
    FinishStep train = step(run, "train");
    write(startStep(train));
    assertThat(statuses(run)).containsExactly(StepStatus.RUNNING);

    write(new RenewLease(run, Duration.ZERO));

    assertThat(queries().run(run).orElseThrow().status()).isEqualTo(RunStatus.INTERRUPTED);
    assertThat(queries().run(run).orElseThrow().stepCounts())
        .containsOnlyKeys(StepStatus.INTERRUPTED);
    assertThat(statuses(run)).containsExactly(StepStatus.INTERRUPTED);
    assertThat(thoseWith(RunStatus.INTERRUPTED)).containsExactly(run);
    assertThat(thoseWith(RunStatus.RUNNING)).isEmpty();

    write(new RenewLease(run, Lease.LENGTH));
    write(train);
    write(finishRun(run, RunStatus.COMPLETED));
    assertThat(queries().run(run).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void aRunThatFailedCanBeTakenOver() {
    UUID run = run("churn");
    FinishStep train = withStatus(step(run, "train"), StepStatus.FAILED);
    write(train);
    write(finishRun(run, RunStatus.FAILED));

    write(new TakeOver(run));

    PipelineRun again = queries().run(run).orElseThrow();
    assertThat(again.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(again.endedAt()).isNull();
    assertThat(again.error()).isNull();
    write(completedAgain(train));
    write(finishRun(run, RunStatus.COMPLETED));
    assertThat(queries().run(run).orElseThrow().stepCounts())
        .containsOnlyKeys(StepStatus.COMPLETED);
  }

  @Test
  void aRunThatGoesOnOrHasCompletedIsNotTakenOver() {
    UUID run = run("churn");
    assertFailsWith(CoreProblem.RUN_STATE, store.submit(new TakeOver(run)));
    write(finishRun(run, RunStatus.COMPLETED));
    assertFailsWith(CoreProblem.RUN_STATE, store.submit(new TakeOver(run)));
    assertFailsWith(CoreProblem.RUN_NOT_FOUND, store.submit(new TakeOver(UUID.randomUUID())));
  }

  @Test
  void aRequestToCancelReachesTheLeader() {
    UUID run = run("churn");
    assertThat(write(new RenewLease(run, Lease.LENGTH)).cancel()).isEmpty();

    write(new Change.RequestCancel(run, "wrong month", ANA));
    write(new Change.RequestCancel(run, "me too", new Act("bob", AT)));

    assertThat(write(new RenewLease(run, Lease.LENGTH)).cancel())
        .contains(new CancelRequest("ana", "wrong month"));
    write(finishRun(run, RunStatus.CANCELLED));
    assertFailsWith(
        CoreProblem.RUN_STATE, store.submit(new Change.RequestCancel(run, "late", ANA)));
    write(new TakeOver(run));
    assertThat(write(new RenewLease(run, Lease.LENGTH)).cancel()).isEmpty();
  }

  @Test
  void whoeverWasTakenOverRecordsNothingMore() {
    UUID run = run("churn");
    write(new RenewLease(run, Duration.ZERO));
    Optional<MetadataStore> beside = openBeside();
    assumeTrue(beside.isPresent(), "only one can have this store open");
    try (MetadataStore other = beside.get()) {
      other.write(new TakeOver(run));

      assertFailsWith(CoreProblem.RUN_TAKEN_OVER, store.submit(new RenewLease(run, Lease.LENGTH)));
      assertFailsWith(CoreProblem.RUN_TAKEN_OVER, store.submit(step(run, "late")));
      assertFailsWith(
          CoreProblem.RUN_TAKEN_OVER, store.submit(finishRun(run, RunStatus.COMPLETED)));
      other.write(step(run, "train"));
      other.write(finishRun(run, RunStatus.FAILED));
      assertThat(statuses(run)).containsExactly(StepStatus.COMPLETED);
      // That the run has ended since is not why.
      assertFailsWith(CoreProblem.RUN_TAKEN_OVER, store.submit(step(run, "later")));
      assertFailsWith(CoreProblem.RUN_TAKEN_OVER, store.submit(step(run, "latest")));

      write(new TakeOver(run));
      assertFailsWith(CoreProblem.RUN_TAKEN_OVER, other.submit(step(run, "again")));
    }
  }

  @Test
  void onlyTheLeaderRecords() {
    UUID run = run("churn");
    Optional<MetadataStore> beside = openBeside();
    assumeTrue(beside.isPresent(), "only one can have this store open");
    try (MetadataStore other = beside.get()) {
      assertFailsWith(CoreProblem.RUN_TAKEN_OVER, other.submit(step(run, "foreign")));
      assertFailsWith(
          CoreProblem.RUN_TAKEN_OVER, other.submit(finishRun(run, RunStatus.CANCELLED)));
      other.write(new Change.RequestCancel(run, "", ANA));
      assertThat(write(new RenewLease(run, Lease.LENGTH)).cancel()).isPresent();
    }
  }

  private List<StepStatus> statuses(UUID run) {
    return queries().steps(run).stream().map(StepRun::status).toList();
  }

  private List<UUID> thoseWith(RunStatus status) {
    return queries().runs(RunFilter.newest(9).withStatus(status)).stream()
        .map(PipelineRun::id)
        .toList();
  }
}
