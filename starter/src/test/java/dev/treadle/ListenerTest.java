package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunEvent.ListenerFailed;
import dev.treadle.api.run.RunEvent.StepEvent;
import dev.treadle.api.run.RunListener;
import dev.treadle.api.run.RunStatus;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.Holder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What listeners that a pipeline names hear, and what becomes of a run when they fail. */
@Timeout(120)
class ListenerTest {
  private static TestProject project;

  static final class Hidden implements RunListener {
    @Override
    public void on(RunEvent event) {}
  }

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
    TestListeners.reset(project.workspace());
    RetrySteps.reset();
  }

  @Test
  void aPipelinesListenerHearsAllAndOfSuccessWhenItIsStored() {
    project.run(p -> {
      p.listen(TestListeners.Hearing.class);
      p.step(RetrySteps::flaky).with("file").with(1).retry(1);
    });

    assertThat(TestListeners.heard)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "RunStarted", "StepStarted", "StepRetried", "StepStarted", "StepEnded", "RunEnded");
    assertThat(TestListeners.publishedBefore).containsExactly(1L);
  }

  @Test
  void aStepsListenerHearsOfItsStepOnly() {
    project.run(p -> {
      p.step(RetrySteps::flaky).with("file").with(0).named("other");
      p.step(RetrySteps::flaky).with("file").with(0).listen(TestListeners.Hearing.class);
    });

    assertThat(TestListeners.heard)
        .hasSize(2)
        .allMatch(event -> ((StepEvent) event).step().equals("flaky"));
  }

  @Test
  void recordsListenersThatFailAndGoesOn() {
    List<RunEvent> events = new CopyOnWriteArrayList<>();

    Ran ran = project.await(project.start(
        p -> {
          p.listen(TestListeners.Failing.class);
          p.listen(TestListeners.Unmade.class);
          p.step(RetrySteps::flaky).with("file").with(0).listen(TestListeners.Hearing.class);
        },
        events::add));

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(TestListeners.heard).hasSize(2);
    assertThat(events)
        .filteredOn(ListenerFailed.class::isInstance)
        .extracting(event -> ((ListenerFailed) event).failure().shortText())
        .containsExactlyInAnyOrder(
            "IllegalStateException: no mail server", "IllegalStateException: no settings");
    assertThat(ran.queries().facts(Holder.ofRun(ran.result().id())))
        .extracting(Fact::key)
        .containsExactlyInAnyOrder(
            "listener-failed." + TestListeners.Failing.class.getName(),
            "listener-failed." + TestListeners.Unmade.class.getName());
  }

  @Test
  void refusesAListenerThatNobodyElseCanMake() {
    assertThatThrownBy(() -> project.run(p -> {
          p.listen(Hidden.class);
          p.step(RetrySteps::flaky).with("file").with(0);
        }))
        .hasMessageContaining("[STEP-116] Listener ListenerTest.Hidden cannot be made");
  }
}
