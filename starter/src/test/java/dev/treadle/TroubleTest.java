package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.Failure;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.OnFailure;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.run.RunHandle;
import dev.treadle.run.RunOptions;
import dev.treadle.run.reuse.Reuse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in steps ends their run, says why and leaves nothing half done. */
@Timeout(120)
class TroubleTest {
  private static TestProject project;

  @BeforeAll
  static void open(@TempDir Path folder) {
    project = TestProject.in(folder);
  }

  @AfterAll
  static void close() {
    project.close();
  }

  @BeforeEach
  void reset() {
    TroubleSteps.reset();
  }

  @Test
  void failsTheRunWithTheUsersExceptionAndFrames() {
    Ran ran = project.run(p -> {
      var failed = p.step(TroubleSteps::fails).with("depth must be >= 1");
      p.step(TroubleSteps::after).with(failed);
    });

    Failure failure = ran.step("fails").failure();
    assertThat(ran.result().exitCode()).isEqualTo(1);
    assertThat(ran.result().error())
        .isEqualTo("fails: IllegalArgumentException: depth must be >= 1");
    assertThat(failure.errorClass()).isEqualTo("java.lang.IllegalArgumentException");
    assertThat(failure.stackTrace().lines().skip(1).findFirst().orElseThrow())
        .contains("dev.treadle.TroubleSteps.fails(TroubleSteps.java:");
    assertThat(failure.stackTrace()).doesNotContain("reflect", "dev.treadle.run");
    assertThat(ran.status("after")).isEqualTo(StepStatus.NOT_RUN);
    assertThat(ran.reason("after")).isEqualTo("upstream failed");
    assertThat(TroubleSteps.calls("after")).isZero();
  }

  @Test
  void letsRunningStepsEndWhenAnotherFails() {
    Ran ran = project.run(p -> {
      p.step(TroubleSteps::failsAfter).with("other runs").with("failed");
      var other = p.step(TroubleSteps::endsAfter).with("other runs").with("failed");
      p.step(TroubleSteps::after).with(other);
    });

    assertThat(ran.status()).isEqualTo(RunStatus.FAILED);
    assertThat(ran.statuses())
        .containsEntry("failsAfter", StepStatus.FAILED)
        .containsEntry("endsAfter", StepStatus.COMPLETED);
    assertThat(ran.value("endsAfter", String.class)).isEqualTo("failed");
    assertThat(ran.status("after")).isEqualTo(StepStatus.NOT_RUN);
    assertThat(ran.reason("after")).isEqualTo("another step had failed");
  }

  @Test
  void keepsGoingWithWhatDoesNotNeedTheFailedStep() {
    Ran ran = project.run(
        p -> {
          var failed = p.step(TroubleSteps::fails).with("x");
          p.step(TroubleSteps::after).with(failed).named("dependent");
          for (int i = 0; i < 5; i++) {
            var one = p.step(TroubleSteps::after).with("y").named("one" + i);
            p.step(TroubleSteps::after).with(one).named("two" + i);
          }
        },
        onFailure(OnFailure.KEEP_GOING));

    assertThat(ran.status()).isEqualTo(RunStatus.FAILED);
    assertThat(TroubleSteps.calls("after")).isEqualTo(10);
    assertThat(ran.status("two4")).isEqualTo(StepStatus.COMPLETED);
    assertThat(ran.status("dependent")).isEqualTo(StepStatus.NOT_RUN);
    assertThat(ran.reason("dependent")).isEqualTo("upstream failed");
  }

  @Test
  void failsFastByCancellingWhatRuns() {
    Ran ran = project.run(
        p -> {
          p.step(TroubleSteps::hangs).with("runs");
          p.step(TroubleSteps::failsAfter).with("runs").with("failed");
        },
        onFailure(OnFailure.FAIL_FAST));

    assertThat(ran.status()).isEqualTo(RunStatus.FAILED);
    assertThat(ran.status("hangs")).isEqualTo(StepStatus.CANCELLED);
    assertThat(ran.result().error()).startsWith("failsAfter: ");
  }

  private static RunOptions onFailure(OnFailure mode) {
    return new RunOptions(RunOptions.DEFAULT_SEED, Reuse.FORBIDDEN, 2, mode, Map.of());
  }

  @Test
  void startsNothingMoreAfterAFailure() {
    Ran ran = project.run(
        p -> {
          p.step(TroubleSteps::fails).with("x");
          for (int i = 0; i < 20; i++) {
            p.step(TroubleSteps::after).with("y").named("after" + i);
          }
        },
        TestProject.atOnce(1));

    assertThat(TroubleSteps.calls("after")).isZero();
    assertThat(ran.statuses()).hasSize(21);
    assertThat(ran.status("after19")).isEqualTo(StepStatus.NOT_RUN);
  }

  @Test
  void triesAgainAsOftenAsAsked() {
    Ran ran = project.run(p -> p.step(TroubleSteps::failsUntil).with(3).retry(3));

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.value("failsUntil", int.class)).isEqualTo(3);
    assertThat(ran.attempts("failsUntil"))
        .extracting(AttemptRecord::status)
        .containsExactly(AttemptStatus.FAILED, AttemptStatus.FAILED, AttemptStatus.COMPLETED);
    assertThat(ran.attempts("failsUntil").get(1).failure().message()).isEqualTo("not yet");
  }

  @Test
  void failsWhenTheLastAttemptFails() {
    Ran ran = project.run(p -> p.step(TroubleSteps::fails).with("always").retry(2));

    assertThat(ran.status()).isEqualTo(RunStatus.FAILED);
    assertThat(TroubleSteps.calls("fails")).isEqualTo(3);
    assertThat(ran.attempts("fails")).hasSize(3);
  }

  @Test
  void recordsAStepWhoseRetryIsOvertakenByTheEndOfTheRun() {
    var run = project.start(
        new DefinedPipeline(p -> {
          p.step(TroubleSteps::failsAfter).with("go").with("gone").retry(1).named("retried");
          p.step(TroubleSteps::fails).with("for good");
        }),
        TestProject.atOnce(1));
    TroubleSteps.gate("go").countDown();
    Ran ran = project.await(run);

    assertThat(ran.status()).isEqualTo(RunStatus.FAILED);
    assertThat(ran.status("retried")).isEqualTo(StepStatus.FAILED);
    assertThat(ran.attempts("retried")).hasSize(1);
    assertThat(project.run(p -> p.step(TroubleSteps::after).with("next")).status())
        .isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void stopsAStepThatIsLongerThanItsTimeout() {
    Ran ran =
        project.run(p -> p.step(TroubleSteps::hangs).with("runs").timeout(Duration.ofMillis(50)));

    Failure failure = ran.step("hangs").failure();
    assertThat(ran.status("hangs")).isEqualTo(StepStatus.FAILED);
    assertThat(ran.result().error())
        .contains("Step 'hangs' did not end within its timeout of 0.05 s");
    assertThat(failure.stackTrace()).contains("dev.treadle.TroubleSteps.hangs(");
  }

  @Test
  void goesOnWithoutAStepThatIgnoresItsTimeoutAndPublishesNothingOfIt() {
    Ran ran = project.run(
        p -> {
          var stuck = p.step(TroubleSteps::ignoresInterrupts)
              .with("stuck")
              .with("released")
              .timeout(Duration.ofMillis(50))
              .retry(1);
          p.step(TroubleSteps::after).with(stuck);
        },
        TestProject.atOnce(1));
    TroubleSteps.gate("released").countDown();

    assertThat(TroubleSteps.calls("ignoresInterrupts")).isEqualTo(2);
    assertThat(ran.status("ignoresInterrupts")).isEqualTo(StepStatus.FAILED);
    assertThat(ran.status("after")).isEqualTo(StepStatus.NOT_RUN);
    assertThat(ran.attempts("ignoresInterrupts"))
        .extracting(attempt -> attempt.failure().errorClass())
        .containsOnly("dev.treadle.run.failure.StepTimeoutException");
    assertThat(ran.edges("ignoresInterrupts")).isEmpty();
  }

  @Test
  void refusesANullResult() {
    Ran ran = project.run(p -> p.step(TroubleSteps::nothing).with("x"));

    assertThat(ran.result().error())
        .contains("Step 'nothing' returned null; return an Optional or make the step void");
  }

  @Test
  void failsTheStepWhoseResultCannotBeStored() {
    Ran thorny = project.run(p -> p.step(TroubleSteps::thorny).with("roses"));
    Ran deep = project.run(p -> p.step(TroubleSteps::chain).with(50_000));
    Ran missing = project.run(p -> p.step(TroubleSteps::missingFile));

    assertThat(thorny.status("thorny")).isEqualTo(StepStatus.FAILED);
    assertThat(thorny.result().error()).contains("'text'", "nobody reads roses");
    assertThat(deep.status("chain")).isEqualTo(StepStatus.FAILED);
    assertThat(deep.result().error())
        .contains("chain", "nests deeper than 1000 levels at next.next");
    assertThat(missing.status("missingFile")).isEqualTo(StepStatus.FAILED);
    assertThat(missing.result().error()).contains("no-such-file");
  }

  @Test
  void survivesErrorsOfTheMachineInAStep() {
    Ran overflow = project.run(p -> p.step(TroubleSteps::overflows).with(0));
    Ran memory = project.run(p -> p.step(TroubleSteps::runsOutOfMemory).with(7));

    assertThat(overflow.step("overflows").failure().errorClass())
        .isEqualTo("java.lang.StackOverflowError");
    assertThat(overflow.step("overflows").failure().stackTrace().length()).isLessThan(40_000);
    assertThat(memory.result().error()).isEqualTo("runsOutOfMemory: OutOfMemoryError: wanted 7");
  }

  @Test
  void survivesExceptionsThatMisbehaveThemselves() {
    Ran unspeakable =
        project.run(p -> p.step(TroubleSteps::throwsWhatCannotBeSaid).with(1));
    Ran sneaky = project.run(p -> p.step(TroubleSteps::breaksTheRules).with(1));

    assertThat(unspeakable.result().error()).isEqualTo("throwsWhatCannotBeSaid: Unspeakable");
    assertThat(sneaky.result().error())
        .isEqualTo("breaksTheRules: Exception: checked and undeclared 1");
  }

  @Test
  void showsConsumersWhatWasStoredNotWhatAnotherStepMadeOfIt() {
    Ran ran = project.run(p -> {
      var list = p.step(TroubleSteps::list);
      var numbers = p.step(TroubleSteps::numbers);
      var spoilt = p.step(TroubleSteps::spoils).with(list).with(numbers);
      p.step(TroubleSteps::reads).with(list).with(numbers).after(spoilt);
    });

    assertThat(ran.status()).as(ran.result().error()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.value("reads", String.class)).isEqualTo("[a, b] 1.0");
  }

  @Test
  void cancelsWhatRunsAndStartsNothingMore() {
    var run = project.start(p -> {
      var hanging = p.step(TroubleSteps::hangs).with("hangs");
      p.step(TroubleSteps::looksWhetherCancelled).with("looks");
      p.step(TroubleSteps::after).with(hanging);
    });
    TroubleSteps.pass("hangs");
    TroubleSteps.pass("looks");

    run.cancel();
    run.cancel();
    Ran ran = project.await(run);

    assertThat(ran.result().exitCode()).isEqualTo(130);
    assertThat(ran.statuses())
        .isEqualTo(Map.of(
            "hangs", StepStatus.CANCELLED,
            "looksWhetherCancelled", StepStatus.CANCELLED,
            "after", StepStatus.NOT_RUN));
    assertThat(ran.reason("after")).isEqualTo("the run was cancelled");
    assertThat(ran.attempts("hangs"))
        .extracting(AttemptRecord::status)
        .containsExactly(AttemptStatus.CANCELLED);
  }

  @Test
  void endsACancelledRunThoughAStepDoesNotStop() {
    var run = project.start(
        new DefinedPipeline(p -> {
          p.step(TroubleSteps::ignoresInterrupts).with("stubborn").with("released later");
          p.step(TroubleSteps::after).with("x");
        }),
        TestProject.atOnce(1));
    TroubleSteps.pass("stubborn");

    run.cancel();
    Ran ran = project.await(run);
    TroubleSteps.gate("released later").countDown();

    assertThat(ran.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(ran.status("ignoresInterrupts")).isEqualTo(StepStatus.CANCELLED);
    assertThat(ran.status("after")).isEqualTo(StepStatus.NOT_RUN);
  }

  @Test
  void cancelsARunAtAnyMoment() {
    for (int i = 0; i < 30; i++) {
      int spins = i * 2_000;
      var run = project.start(p -> {
        for (int n = 0; n < 10; n++) {
          var first = p.step(TroubleSteps::opens).with("any").named("first" + n);
          p.step(TroubleSteps::after).with(first).named("second" + n);
        }
      });
      for (int spin = 0; spin < spins; spin++) {
        Thread.onSpinWait();
      }
      run.cancel();

      Ran ran = project.await(run);

      assertThat(ran.status()).isIn(RunStatus.CANCELLED, RunStatus.COMPLETED);
      assertThat(ran.statuses())
          .hasSize(20)
          .allSatisfy((label, status) -> assertThat(status)
              .isIn(StepStatus.COMPLETED, StepStatus.CANCELLED, StepStatus.NOT_RUN));
    }
  }

  @Test
  void endsWhenAListenerFailsOnEveryEvent() {
    var run = project.start(p -> p.step(TroubleSteps::after).with("x"), event -> {
      throw new AssertionError("listener of " + event.getClass().getSimpleName());
    });

    assertThat(run.await().status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void tellsEventsInTheirOrder() {
    List<RunEvent> events = new CopyOnWriteArrayList<>();

    var run = project.start(p -> p.step(TroubleSteps::failsUntil).with(2).retry(1), events::add);
    run.await();

    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "RunStarted", "StepStarted", "StepRetried", "StepStarted", "StepEnded", "RunEnded");
  }

  @Test
  void failsTheRunWhenAStepCannotBeRecorded() {
    RunHandle run = project.start(p -> p.step(TroubleSteps::savesUnder).with("n".repeat(600)));

    assertThatThrownBy(run::await).isInstanceOf(TreadleException.class).hasMessageContaining("600");
    PipelineRun recorded =
        project.workspace().metadata().queries().run(run.id()).orElseThrow();
    assertThat(recorded.status()).isEqualTo(RunStatus.FAILED);
    assertThat(recorded.error()).contains("600");
    assertThat(project.run(p -> p.step(TroubleSteps::after).with("y")).status())
        .isEqualTo(RunStatus.COMPLETED);
  }
}
