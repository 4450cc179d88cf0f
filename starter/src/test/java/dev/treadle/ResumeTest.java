package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Retry;
import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RenewLease;
import dev.treadle.run.RunHandle;
import dev.treadle.run.RunOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run goes on: what has a result keeps it, and whoever led it before records nothing more. */
@Timeout(120)
class ResumeTest {
  @TempDir
  private Path folder;

  @BeforeEach
  void reset() {
    TroubleSteps.reset();
  }

  @Test
  void finishedStepsStayAndTheOthersAreExecuted() {
    Consumer<PipelineBuilder> define = p -> {
      var first = p.step(TroubleSteps::after).with("x");
      var count = p.step(TroubleSteps::failsUntil).with(2).after(first);
      var doubled = p.map(
          p.step(MapSteps::numbers).with(count),
          n -> p.step(MapSteps::plus).with(n).with(count));
      p.step(MapSteps::integers).with(doubled);
    };
    try (TestProject project = TestProject.stored(folder)) {
      Ran failed = project.run(define);
      assertThat(failed.statuses())
          .isEqualTo(Map.of(
              "after", StepStatus.COMPLETED,
              "failsUntil", StepStatus.FAILED,
              "integers", StepStatus.NOT_RUN,
              "numbers", StepStatus.NOT_RUN,
              "plus", StepStatus.NOT_RUN));

      Ran resumed = project.resume(failed, define);

      assertThat(resumed.result().number()).isEqualTo(failed.result().number());
      assertThat(resumed.status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(TroubleSteps.calls("after")).isEqualTo(1);
      assertThat(resumed.statuses().values()).containsOnly(StepStatus.COMPLETED);
      assertThat(resumed.statuses())
          .containsOnlyKeys("after", "failsUntil", "integers", "numbers", "plus[0]", "plus[1]");
      assertThat(resumed.attempts("failsUntil"))
          .extracting(AttemptRecord::number, AttemptRecord::status)
          .containsExactly(tuple(1, AttemptStatus.FAILED), tuple(2, AttemptStatus.COMPLETED));
      assertThat(resumed.edges("failsUntil")).doesNotHaveDuplicates().hasSize(1);
      PipelineRun run = run(project, resumed);
      assertThat(run.error()).isNull();
      assertThat(run.stepCounts()).isEqualTo(Map.of(StepStatus.COMPLETED, 6));
    }
  }

  @Test
  void aCancelledRunGoesOnToo() {
    Consumer<PipelineBuilder> define =
        p -> p.step(TroubleSteps::endsAfter).with("runs").with("go");
    try (TestProject project = TestProject.stored(folder)) {
      RunHandle run = project.start(define);
      TroubleSteps.pass("runs");
      run.cancel();
      Ran cancelled = project.await(run);
      assertThat(cancelled.status()).isEqualTo(RunStatus.CANCELLED);
      TroubleSteps.gate("go").countDown();

      Ran resumed = project.resume(cancelled, define);

      assertThat(resumed.status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(resumed.attempts("endsAfter"))
          .extracting(AttemptRecord::status)
          .containsExactly(AttemptStatus.CANCELLED, AttemptStatus.COMPLETED);
    }
  }

  @Test
  void whoeverWasTakenForLostPublishesNothing() {
    Consumer<PipelineBuilder> define =
        p -> p.step(TroubleSteps::endsAfter).with("runs").with("go");
    try (TestProject lost = TestProject.stored(folder);
        TestProject next = TestProject.stored(folder)) {
      RunHandle run = lost.start(define);
      TroubleSteps.pass("runs");
      lost.workspace().metadata().write(new RenewLease(run.id(), Duration.ZERO));
      RunHandle resumed = next.resume(run.id(), define);
      awaitRecordedAttempt(next, resumed); // the lost one, while the next is under way
      TroubleSteps.gate("go").countDown();

      assertThat(next.await(resumed).status()).isEqualTo(RunStatus.COMPLETED);
      assertFails(CoreProblem.RUN_TAKEN_OVER, run::await);
      assertThat(next.await(resumed).attempts("endsAfter"))
          .extracting(AttemptRecord::status)
          .containsExactly(AttemptStatus.INTERRUPTED, AttemptStatus.COMPLETED);
    }
  }

  @Test
  void aRunThatIsLostWhileAStepWaitsForItsNextAttemptGoesOn() {
    Consumer<PipelineBuilder> define = p -> p.step(TroubleSteps::failsUntil)
        .with(2)
        .retry(Retry.times(2).withDelay(Duration.ofMinutes(5)).withMaxDelay(Duration.ofMinutes(5)));
    try (TestProject lost = TestProject.stored(folder);
        TestProject next = TestProject.stored(folder)) {
      RunHandle run = lost.start(define);
      awaitRecordedAttempt(lost, run);
      lost.workspace().metadata().write(new RenewLease(run.id(), Duration.ZERO));

      Ran resumed = next.await(next.resume(run.id(), define));
      run.cancel();

      assertThat(resumed.status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(resumed.attempts("failsUntil"))
          .extracting(AttemptRecord::status)
          .containsExactly(AttemptStatus.FAILED, AttemptStatus.COMPLETED);
    }
  }

  @Test
  void aRunThatIsWantedCancelledByAnotherProcessEndsCancelled() {
    try (TestProject project = TestProject.stored(folder);
        TestProject other = TestProject.stored(folder)) {
      RunHandle run = project.start(p -> p.step(TroubleSteps::hangs).with("runs"));
      TroubleSteps.pass("runs");
      assertThat(run.number()).isEqualTo(1); // it is in the store

      other
          .workspace()
          .metadata()
          .write(new Change.RequestCancel(run.id(), "wrong month", new Act("ana", Instant.EPOCH)));

      Ran cancelled = project.await(run);
      assertThat(cancelled.status()).isEqualTo(RunStatus.CANCELLED);
      assertThat(cancelled.result().error()).isEqualTo("cancelled by ana: wrong month");
      assertThat(cancelled.status("hangs")).isEqualTo(StepStatus.CANCELLED);
    }
  }

  @Test
  void aLimitIsNoOtherGraph() {
    Consumer<PipelineBuilder> define = p -> p.step(TroubleSteps::failsUntil).with(2);
    try (TestProject project = TestProject.stored(folder)) {
      Ran failed = project.run(define, RunOptions.DEFAULT.limitedTo(Duration.ofHours(1)));
      assertThat(failed.status()).isEqualTo(RunStatus.FAILED);

      Ran resumed = project.resume(failed, p -> {
        p.timeout(Duration.ofHours(2));
        define.accept(p);
      });

      assertThat(resumed.status()).isEqualTo(RunStatus.COMPLETED);
    }
  }

  @Test
  void neitherAnotherGraphNorACompletedRun() {
    try (TestProject project = TestProject.stored(folder)) {
      Ran failed = project.run(p -> p.step(TroubleSteps::fails).with("x"));
      assertFails(
          CoreProblem.RUN_CHANGED,
          () -> project.resume(failed, p -> p.step(TroubleSteps::fails).with("y")));
      assertThat(run(project, failed).status()).isEqualTo(RunStatus.FAILED);

      Consumer<PipelineBuilder> good = p -> p.step(TroubleSteps::after).with("x");
      Ran completed = project.run(good);
      assertFails(CoreProblem.RUN_STATE, () -> project.resume(completed, good));
      assertThat(run(project, completed).status()).isEqualTo(RunStatus.COMPLETED);
    }
  }

  private static PipelineRun run(TestProject project, Ran ran) {
    return project.workspace().metadata().queries().run(ran.result().id()).orElseThrow();
  }

  private static void awaitRecordedAttempt(TestProject project, RunHandle run) {
    MetadataQueries queries = project.workspace().metadata().queries();
    while (queries.steps(run.id()).stream()
        .noneMatch(step -> !queries.step(step.id()).orElseThrow().attempts().isEmpty())) {
      Thread.onSpinWait();
    }
  }

  private static void assertFails(CoreProblem code, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
