package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.Resources;
import dev.treadle.api.Retry;
import dev.treadle.api.StepCall;
import dev.treadle.api.StepMethod;
import dev.treadle.api.data.Lazy;
import dev.treadle.api.run.AttemptStatus;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.log.LogLine;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.run.RunHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Steps in processes of their own: as in a thread, but that nothing they do to their process reaches the run. Each process takes
 * seconds to start, so that most of it belongs to the profile torture.
 */
@Timeout(180)
class IsolationTest {
  @TempDir
  Path folder;

  private TestProject project;

  @BeforeEach
  void open() {
    project = TestProject.stored(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void recordsWhatItWouldRecordOfAThread() {
    List<RunEvent> events = new CopyOnWriteArrayList<>();

    Ran ran = project.await(project.start(
        p -> {
          var pair = p.step(ApartSteps::make).with(2);
          var pids = p.map(
              pair.get(ApartSteps.Pair::numbers),
              item -> p.step(ApartSteps::pid).with(item).with(pair.get(ApartSteps.Pair::text)));
          p.step(ApartSteps::count).with(pids).with(ProcessHandle.current().pid());
        },
        events::add));

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.value("count", Integer.class)).isEqualTo(2);
    assertThat(ran.detail("pid[1]").facts()).containsExactly(new Fact("text", "\"made\""));
    assertThat(ran.detail("pid[1]").cacheKey()).isNotNull();
    assertThat(ran.reason("pid[1]")).isEqualTo("caching is off: --no-cache");
    assertThat(ran.edges("pid[1]", EdgeRole.INPUT)).hasSize(2);
    assertThat(ran.log("pid[1]"))
        .extracting(LogLine::message)
        .containsExactly("item 1 of made", "printed");
    assertThat(events)
        .filteredOn(event -> event instanceof RunEvent.StepProgress)
        .hasSize(2);
    assertThat(events)
        .filteredOn(event -> event instanceof RunEvent.StepEnded ended && ended.mapIndex() == 1)
        .singleElement()
        .satisfies(
            event -> assertThat(((RunEvent.StepEnded) event).metrics()).containsEntry("item", 1.0));
    assertThat(ran.queries().run(ran.result().id()).orElseThrow().stepCounts())
        .containsEntry(StepStatus.COMPLETED, 4);
  }

  @Test
  void keepsWhatAFailedStepSaidAndReadAsOfAThread() {
    assertKeepsWhatWasSaidAndRead("failsApart", ApartSteps::failsApart);
    assertKeepsWhatWasSaidAndRead("failsHere", ApartSteps::failsHere);
  }

  private void assertKeepsWhatWasSaidAndRead(
      String step, StepMethod.WithContext2<Lazy<String>, Lazy<String>, Integer> code) {
    Ran ran = project.run(p -> {
      var text = p.step(ApartSteps::make).with(1).get(ApartSteps.Pair::text);
      p.step(code).with(text.lazy()).with(text.lazy()).retry(Retry.times(1));
    });

    assertThat(ran.attempts(step)).hasSize(2);
    assertThat(ran.detail(step).facts()).containsExactly(new Fact("opened", "\"made\""));
    assertThat(ran.queries().lastMetrics(ran.result().id()).get(ran.step(step).id()))
        .extracting(MetricPoint::number)
        .containsExactly(2.0);
    assertThat(ran.queries().run(ran.result().id()).orElseThrow().tags()).containsKey(step);
    assertThat(ran.edges(step, EdgeRole.INPUT)).hasSize(1);
    assertThat(ran.edges(step, EdgeRole.INPUT_UNUSED)).hasSize(1);
  }

  @Test
  void anEndOfTheProcessIsTheStepsFailure() {
    assertEndsItsProcess(misbehaves("exit", call -> call));
  }

  @Test
  @Tag("torture")
  void aHaltOfTheProcessIsTheStepsFailure() {
    assertEndsItsProcess(misbehaves("halt", call -> call));
  }

  private static void assertEndsItsProcess(Ran ran) {
    assertThat(ran.result().exitCode()).isEqualTo(1);
    assertThat(ran.result().error())
        .contains(
            "ended its process with exit code 0 (System.exit or Runtime.halt) before it had returned");
    assertThat(ran.attempts("misbehaves")).hasSize(1);
  }

  @Test
  @Tag("torture")
  void aFullHeapAndADeepStackAreTheStepsFailure() {
    Ran memory = misbehaves("memory", call -> call.resources(Resources.memoryMiB(128)));
    Ran stack = misbehaves("stack", call -> call);

    assertThat(memory.result().error()).contains("was full (OutOfMemoryError)");
    assertThat(stack.step("misbehaves").failure().errorClass())
        .isEqualTo("java.lang.StackOverflowError");
  }

  @Test
  @Tag("torture")
  void timeoutsEndLoopsAndDeadlocks() {
    Duration timeout = Duration.ofMillis(300);

    Ran loop = misbehaves("loop", call -> call.timeout(timeout));
    Ran deadlock = misbehaves("deadlock", call -> call.timeout(timeout));

    assertThat(loop.result().error()).contains("did not end within its timeout of 0.3 s");
    assertThat(deadlock.result().error()).contains("did not end within its timeout of 0.3 s");
  }

  @Test
  @Tag("torture")
  void aThreadThatIsLeftBehindEndsWithTheProcess() {
    assertThat(misbehaves("thread", call -> call).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  @Tag("torture")
  void retriesByTheClassOfTheException() {
    Ran ran = misbehaves("once", call -> call.retry(Retry.times(2).on(IOException.class)));

    assertThat(ran.value("misbehaves", Integer.class)).isEqualTo(2);
    assertThat(ran.attempts("misbehaves"))
        .extracting(AttemptRecord::status)
        .containsExactly(AttemptStatus.FAILED, AttemptStatus.COMPLETED);
    assertThat(ran.attempts("misbehaves").get(0).failure().errorClass())
        .isEqualTo("java.io.FileNotFoundException");
  }

  @Test
  void aProcessThatIsKilledIsTriedAgainWithoutRetries() throws IOException {
    RunHandle run =
        project.start(p -> p.step(ApartSteps::misbehaves).with("sleep").with(folder.toString()));
    kill(1);
    awaitBegun(2);

    run.cancel();
    Ran ran = project.await(run);

    assertThat(ran.status("misbehaves")).isEqualTo(StepStatus.CANCELLED);
    assertThat(ran.attempts("misbehaves"))
        .extracting(AttemptRecord::status)
        .containsExactly(AttemptStatus.INTERRUPTED, AttemptStatus.CANCELLED);
    assertThat(ran.attempts("misbehaves").get(0).failure().message())
        .contains("was killed from outside (signal 9)");
  }

  @Test
  @Tag("torture")
  void aStepEndsWhenTheProcessThatDrivesItsRunIsKilled() throws Exception {
    Process driver = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ApartMain.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("driver.log").toFile())
        .start();
    ProcessHandle step = ProcessHandle.of(awaitBegun(1)).orElseThrow();

    driver.destroyForcibly();

    step.onExit().join();
    assertThat(driver.waitFor()).isEqualTo(137);
  }

  private void kill(int attempt) throws IOException {
    ProcessHandle.of(awaitBegun(attempt)).orElseThrow().destroyForcibly();
  }

  /** The process of an attempt that has begun. */
  private long awaitBegun(int attempt) throws IOException {
    Path begun = folder.resolve("begun-" + attempt);
    while (!Files.exists(begun) || Files.size(begun) == 0) {
      Thread.onSpinWait();
    }
    return Long.parseLong(Files.readString(begun));
  }

  private Ran misbehaves(String how, UnaryOperator<StepCall<Integer>> options) {
    return project.run(
        p -> options.apply(p.step(ApartSteps::misbehaves).with(how).with(folder.toString())));
  }
}
