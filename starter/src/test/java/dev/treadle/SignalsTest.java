package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C and SIGTERM at a pipeline's own {@code main}, whose step ignores that it is interrupted. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@EnabledOnOs(OS.LINUX)
class SignalsTest {
  private static final int CANCELLED = 130;

  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Process process;

  @SuppressWarnings("NullAway.Init")
  private BufferedReader output;

  @BeforeEach
  void startARun() throws IOException {
    // A build that runs in the background ignores interrupts, and hands that on.
    process = new ProcessBuilder(
            "env",
            "--default-signal=INT",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            StubbornPipeline.class.getName(),
            "--store",
            folder.resolve("store").toString())
        .redirectErrorStream(true)
        .start();
    output = process.inputReader();
    awaitLine("step=stubborn state=started");
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void theFirstCancels() throws Exception {
    signal("INT");

    assertThat(exitCode()).isEqualTo(CANCELLED);
    assertThat(run().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(run().stepCounts()).containsOnlyKeys(StepStatus.CANCELLED);
  }

  @Test
  void theSecondKills() throws Exception {
    // Two that come close together are one.
    while (process.isAlive()) {
      signal("INT");
    }

    assertThat(exitCode()).isEqualTo(CANCELLED);
    assertThat(run().endedAt()).isNull();
  }

  @Test
  void termination() throws Exception {
    signal("TERM");

    assertThat(exitCode()).isEqualTo(128 + 15);
    assertThat(run().status()).isEqualTo(RunStatus.CANCELLED);
  }

  private void awaitLine(String part) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      all.append(line).append('\n');
      if (line.contains(part)) {
        return;
      }
    }
    throw new AssertionError("No '" + part + "' in\n" + all);
  }

  private void signal(String name) throws IOException, InterruptedException {
    var unused = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
        .start()
        .waitFor();
  }

  private int exitCode() throws IOException, InterruptedException {
    while (output.readLine() != null) {
      // What it still says is of no interest.
    }
    return process.waitFor();
  }

  private PipelineRun run() {
    try (StoreReader reader = StoreReader.open(folder.resolve("store"))) {
      return reader.queries().runByNumber(1).orElseThrow();
    }
  }
}
