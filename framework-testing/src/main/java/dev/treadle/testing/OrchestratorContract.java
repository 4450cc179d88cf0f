package dev.treadle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.graph.PipelineGraph;
import dev.treadle.launch.ProcessExit;
import dev.treadle.spi.Capability;
import dev.treadle.spi.ExecutionPlan;
import dev.treadle.spi.Orchestrator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link Orchestrator} must do that executes attempts in this process. A module with an orchestrator extends it
 * in a test and says how to open one.
 *
 * @since 0.1
 */
@Timeout(60)
public abstract class OrchestratorContract {
  private Orchestrator orchestrator;

  /** For subclasses. */
  protected OrchestratorContract() {}

  /** Opens an orchestrator with at least two places. */
  protected abstract Orchestrator open();

  @BeforeEach
  final void openOrchestrator() {
    orchestrator = open();
  }

  @AfterEach
  final void closeOrchestrator() {
    orchestrator.close();
  }

  @Test
  void executesEveryAttemptOnceAndLosesNone() {
    List<ScriptedAttempt> attempts = attempts(10_000, attempt -> {});

    try (var execution = execution(0)) {
      attempts.forEach(execution::submit);
      attempts.forEach(ScriptedAttempt::awaitEnd);
    }

    assertThat(attempts).allMatch(attempt -> attempt.executions() == 1 && attempt.losses() == 0);
  }

  @Test
  void doesNotExecuteInTheThreadThatSubmits() {
    var attempt = new ScriptedAttempt("step", self -> {});

    try (var execution = execution(0)) {
      execution.submit(attempt);
      attempt.awaitEnd();
    }

    assertThat(attempt.thread()).isNotSameAs(Thread.currentThread());
  }

  @Test
  void doesNotBlockTheSubmitterWhenNoPlaceIsFree() {
    CountDownLatch allSubmitted = new CountDownLatch(1);
    List<ScriptedAttempt> attempts =
        attempts(1_000, attempt -> ScriptedAttempt.await(allSubmitted));

    try (var execution = execution(2)) {
      attempts.forEach(execution::submit);
      allSubmitted.countDown();
      attempts.forEach(ScriptedAttempt::awaitEnd);
    }

    assertThat(attempts).allMatch(attempt -> attempt.executions() == 1);
  }

  @Test
  void startsAttemptsInTheOrderOfTheirSubmission() {
    List<String> started = Collections.synchronizedList(new ArrayList<>());
    List<ScriptedAttempt> attempts = attempts(200, attempt -> started.add(attempt.step()));

    try (var execution = execution(1)) {
      attempts.forEach(execution::submit);
      attempts.forEach(ScriptedAttempt::awaitEnd);
    }

    assertThat(started)
        .containsExactlyElementsOf(attempts.stream().map(ScriptedAttempt::step).toList());
  }

  @Test
  void executesAsManyAtOnceAsThePlanAllowsAndNoMore() {
    int places = 3;
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch together = new CountDownLatch(places);
    List<ScriptedAttempt> attempts = attempts(100, attempt -> {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      together.countDown();
      ScriptedAttempt.await(together);
      now.decrementAndGet();
    });

    try (var execution = execution(places)) {
      attempts.forEach(execution::submit);
      attempts.forEach(ScriptedAttempt::awaitEnd);
    }

    assertThat(most).hasValue(places);
  }

  @Test
  void takesAttemptsFromARunningAttempt() {
    try (var execution = execution(1)) {
      var second = new ScriptedAttempt("second", self -> {});
      var first = new ScriptedAttempt("first", self -> {
        execution.submit(second);
        assertThat(second.executions()).isZero();
      });
      execution.submit(first);

      second.awaitEnd();

      assertThat(first.executions()).isOne();
      assertThat(second.executions()).isOne();
    }
  }

  @Test
  void givesPlacesOfTheirOwnToRunsThatOverlap() {
    CountDownLatch bothRun = new CountDownLatch(2);
    try (var one = execution(1);
        var other = execution(1)) {
      var attempts = attempts(2, attempt -> {
        bothRun.countDown();
        ScriptedAttempt.await(bothRun);
      });
      one.submit(attempts.get(0));
      other.submit(attempts.get(1));

      attempts.forEach(ScriptedAttempt::awaitEnd);

      assertThat(bothRun.getCount()).isZero();
    }
  }

  @Test
  void goesOnAfterAnAttemptThatThrows() {
    var throwing = new ScriptedAttempt("throwing", self -> {
      throw new IllegalStateException("attempts do not throw, this one does");
    });
    var failing = new ScriptedAttempt("failing", self -> {
      throw new StackOverflowError("nor do they end so");
    });
    var next = new ScriptedAttempt("next", self -> {});

    try (var execution = execution(1)) {
      execution.submit(throwing);
      execution.submit(failing);
      execution.submit(next);
      next.awaitEnd();
    }

    assertThat(next.executions()).isOne();
    assertThat(throwing.losses() + failing.losses()).isZero();
  }

  @Test
  void losesWhatWaitsAndInterruptsWhatRunsWhenItIsClosed() {
    CountDownLatch runs = new CountDownLatch(1);
    var running = new ScriptedAttempt("running", self -> {
      runs.countDown();
      self.awaitInterrupt();
    });
    List<ScriptedAttempt> waiting = attempts(50, attempt -> {});
    var execution = execution(1);
    execution.submit(running);
    waiting.forEach(execution::submit);
    ScriptedAttempt.await(runs);

    execution.close();

    running.awaitEnd();
    assertThat(running.wasInterrupted()).isTrue();
    assertThat(running.losses()).isZero();
    assertThat(waiting).allMatch(attempt -> attempt.executions() == 0 && attempt.losses() == 1);
  }

  @Test
  void closesWithoutWaitingForWhatRuns() {
    CountDownLatch runs = new CountDownLatch(1);
    Semaphore mayEnd = new Semaphore(0);
    var stubborn = new ScriptedAttempt("stubborn", self -> {
      runs.countDown();
      mayEnd.acquireUninterruptibly();
    });
    var execution = execution(1);
    execution.submit(stubborn);
    ScriptedAttempt.await(runs);

    execution.close();

    assertThat(stubborn.hasEnded()).isFalse();
    mayEnd.release();
    stubborn.awaitEnd();
  }

  @Test
  void losesWhatIsSubmittedAfterItWasClosed() {
    var late = new ScriptedAttempt("late", self -> {});
    var execution = execution(0);
    execution.close();
    execution.close();

    execution.submit(late);

    assertThat(late.losses()).isOne();
    assertThat(late.executions()).isZero();
  }

  @Test
  void givesThePlaceOfAnAttemptThatIsGivenUpToOthers() {
    CountDownLatch runs = new CountDownLatch(1);
    Semaphore mayEnd = new Semaphore(0);
    var stubborn = new ScriptedAttempt("stubborn", self -> {
      runs.countDown();
      mayEnd.acquireUninterruptibly();
    });
    var next = new ScriptedAttempt("next", self -> {});
    try (var execution = execution(1)) {
      execution.submit(stubborn);
      ScriptedAttempt.await(runs);
      execution.submit(next);

      execution.giveUp(stubborn);

      next.awaitEnd();
      assertThat(stubborn.hasEnded()).isFalse();
      mayEnd.release();
      stubborn.awaitEnd();
    }
    assertThat(stubborn.losses()).isZero();
  }

  @Test
  void countsAnAttemptThatIsGivenUpOnlyOnce() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch runs = new CountDownLatch(1);
    Semaphore mayEnd = new Semaphore(0);
    var stubborn = new ScriptedAttempt("stubborn", self -> {
      runs.countDown();
      mayEnd.acquireUninterruptibly();
    });
    List<ScriptedAttempt> others = attempts(200, attempt -> {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      LockSupport.parkNanos(1_000);
      now.decrementAndGet();
    });
    try (var execution = execution(1)) {
      execution.submit(stubborn);
      ScriptedAttempt.await(runs);
      execution.giveUp(stubborn);
      execution.giveUp(stubborn);
      others.forEach(execution::submit);
      others.forEach(ScriptedAttempt::awaitEnd);
      execution.giveUp(others.get(0));
      mayEnd.release();
      stubborn.awaitEnd();
    }

    assertThat(most).hasValue(1);
  }

  @Test
  void tellsHowTheProcessOfAnAttemptEndedWhereItCanGiveOne() {
    ScriptedAttempt attempt = new ScriptedAttempt("apart", self -> {}).apart();
    try (var execution = execution(1)) {
      execution.submit(attempt);
      attempt.awaitEnd();
    }

    assertThat(attempt.executions()).isEqualTo(1);
    if (orchestrator.capabilities().contains(Capability.PROCESSES)) {
      assertThat(attempt.exitCode()).isEqualTo(ProcessExit.BAD_REQUEST);
      assertThat(attempt.lastWords()).contains("--project is missing");
    } else {
      assertThat(attempt.exitCode()).isEqualTo(-1);
    }
  }

  private Orchestrator.Execution execution(int maxParallel) {
    return orchestrator.open(
        new ExecutionPlan(new UUID(0, 1), new PipelineGraph("contract", List.of()), maxParallel));
  }

  private static List<ScriptedAttempt> attempts(int count, ScriptedAttempt.Script script) {
    return IntStream.range(0, count)
        .mapToObj(i -> new ScriptedAttempt("step" + i, script))
        .toList();
  }
}
