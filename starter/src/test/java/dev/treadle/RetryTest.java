package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Retry;
import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.graph.GraphJson;
import dev.treadle.graph.RunSettings;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.run.RunHandle;
import dev.treadle.run.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which failures are tried again, how often and when, and how long a run may take. */
@Timeout(120)
class RetryTest {
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
    RetrySteps.reset();
  }

  @Test
  void retriesOnlyTheExceptionsThatAreNamedAndTheirSubclasses() {
    Retry onIo = Retry.times(3).on(IOException.class);

    Ran file = project.run(p -> p.step(RetrySteps::flaky).with("file").with(2).retry(onIo));
    Ran argument =
        project.run(p -> p.step(RetrySteps::flaky).with("argument").with(2).retry(onIo));

    assertThat(file.value("flaky", Integer.class)).isEqualTo(3);
    assertThat(argument.status()).isEqualTo(RunStatus.FAILED);
    assertThat(argument.attempts("flaky")).hasSize(1);
  }

  @Test
  void givesUpAtOnceAtExceptionsThatSaySo() {
    Ran ran = project.run(p -> p.step(RetrySteps::flaky)
        .with("argument")
        .with(2)
        .retry(Retry.times(5).abortOn(IllegalArgumentException.class)));

    assertThat(ran.attempts("flaky")).hasSize(1);
    assertThat(ran.result().error()).isEqualTo("flaky: IllegalArgumentException: wrong");
  }

  @Test
  void countsATimeoutAsATimeoutException() {
    Ran ran = project.run(p -> p.step(RetrySteps::flaky)
        .with("sleeps")
        .with(1)
        .timeout(Duration.ofMillis(100))
        .retry(Retry.times(1).on(TimeoutException.class)));

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.attempts("flaky"))
        .extracting(AttemptRecord::status)
        .containsExactly(AttemptStatus.FAILED, AttemptStatus.COMPLETED);
  }

  @Test
  void waitsBetweenAttemptsAndSaysHowLong() {
    List<RunEvent> events = new CopyOnWriteArrayList<>();
    Retry retry = Retry.times(2).withDelay(Duration.ofMillis(40)).withFactor(3);

    Ran ran = project.await(project.start(
        p -> p.step(RetrySteps::flaky).with("file").with(2).retry(retry), events::add));

    assertThat(events)
        .filteredOn(RunEvent.StepRetried.class::isInstance)
        .extracting(event -> ((RunEvent.StepRetried) event).pauseMs())
        .containsExactly(40L, 120L);
    List<AttemptRecord> attempts = ran.attempts("flaky");
    assertThat(Duration.between(attempts.get(1).endedAt(), attempts.get(2).startedAt()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(119));
    assertThat(attempts).extracting(AttemptRecord::host).doesNotContainNull();
  }

  @Test
  void recordsAFailedAttemptBeforeTheNextBeginsAndStopsWaitingWhenCancelled() {
    RunHandle run = project.start(p -> p.step(RetrySteps::flaky)
        .with("file")
        .with(9)
        .retry(Retry.times(9).withDelay(Duration.ofHours(1)).withMaxDelay(Duration.ofHours(1))));
    MetadataQueries queries = project.workspace().metadata().queries();
    while (queries.steps(run.id()).stream()
        .noneMatch(step -> !queries.step(step.id()).orElseThrow().attempts().isEmpty())) {
      Thread.onSpinWait();
    }

    run.cancel();
    Ran ran = project.await(run);

    assertThat(ran.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(ran.status("flaky")).isEqualTo(StepStatus.CANCELLED);
    assertThat(ran.attempts("flaky")).hasSize(1);
  }

  @Test
  void usesThePipelinesDefaultsWhereAStepSaysNothing() {
    Consumer<PipelineBuilder> define = p -> {
      p.defaults().retry(Retry.times(1).on(IOException.class));
      p.step(RetrySteps::flaky).with("file").with(1);
      p.step(RetrySteps::flaky).with("file").with(3).retry(3).named("more");
    };

    Ran ran = project.run(define);

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.attempts("flaky")).hasSize(2);
    assertThat(ran.attempts("more")).hasSize(4);
  }

  @Test
  void letsTheAnnotationWinOverThePipelinesDefaults() {
    Ran ran = project.run(p -> {
      p.defaults().retry(Retry.times(5));
      p.step(RetrySteps::once);
    });

    assertThat(ran.attempts("once")).hasSize(1);
  }

  @Test
  void aStrictPipelineWaitsUntilStepsAreDurable() {
    TestListeners.reset(project.workspace());

    Ran ran = project.run(p -> {
      p.strict();
      var number = p.step(RetrySteps::recorded).with(0);
      for (int i = 1; i < 20; i++) {
        number = p.step(RetrySteps::recorded).with(number);
      }
    });

    for (int i = 2; i <= 20; i++) {
      assertThat(ran.value("recorded-" + i, Integer.class)).isEqualTo(i - 1);
    }
  }

  @Test
  void failsARunWhoseTimeIsUp() {
    Ran ran = project.run(p -> {
      p.timeout(Duration.ofMillis(200));
      var first = p.step(RetrySteps::sleeps);
      p.step(RetrySteps::flaky).with("file").with(0).after(first);
    });

    assertThat(ran.status()).isEqualTo(RunStatus.FAILED);
    assertThat(ran.result().error()).isEqualTo("the run did not end within its timeout of 0.2 s");
    assertThat(ran.status("sleeps")).isEqualTo(StepStatus.CANCELLED);
    assertThat(ran.status("flaky")).isEqualTo(StepStatus.NOT_RUN);
    assertThat(ran.reason("flaky")).isEqualTo("the time of the run was up");
  }

  @Test
  void theTimeoutOfARunWinsOverItsPipelines() {
    Consumer<PipelineBuilder> define = p -> {
      p.timeout(Duration.ofHours(2));
      p.strict();
      p.step(RetrySteps::sleeps);
    };

    Ran ran = project.run(define, RunOptions.DEFAULT.limitedTo(Duration.ofMillis(200)));

    assertThat(ran.status()).isEqualTo(RunStatus.FAILED);
    assertThat(ran.result().error()).isEqualTo("the run did not end within its timeout of 0.2 s");
    MetadataQueries queries = project.workspace().metadata().queries();
    assertThat(GraphJson.read(queries.snapshot(ran.result().id())).settings())
        .isEqualTo(new RunSettings(Duration.ofMillis(200), true, List.of()));
  }
}
