package dev.treadle.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.testing.HarnessRun;
import dev.treadle.testing.PipelineHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the page on caching says. */
class RememberedTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void aForecastThatCanBeRead() throws IOException {
    file = Files.writeString(folder.resolve("one.txt"), "a\nb\n");
    assertThat(harness.run(new Forecast())).succeeded();
  }

  @Test
  void whatIsDeclaredIsInTheKeyAndWhatIsReadByNameIsNeverCached() {
    run();
    var again = run();

    assertThat(again).succeeded().cached("rows", "unit", "noise", "lines").ran("newest");
  }

  @Test
  void aFileIsKnownByItsContent() throws IOException {
    run();
    Files.writeString(file, "a\nb\nc\n");
    var changed = run();

    assertThat(changed).succeeded().cached("rows", "unit", "noise").ran("lines", "newest");
  }

  @Test
  void theSeedOfTheRunIsNotInTheKey() {
    run();
    harness.seed(18);
    var other = run();

    other.step("noise").wasCached();
    harness.run(new Remembered(), "file=" + file, "seed=18").step("noise").ran();
  }

  @Test
  void equalResultsEndTheRunning() {
    harness.run(new Weather());
    var run = harness.run(new Weather(), "frost=-0.5");

    assertThat(run)
        .succeeded()
        .ran("summarise[0]", "summarise[1]", "summarise[2]")
        .cached("read", "stations", "report");
  }

  private HarnessRun run() {
    return harness.run(new Remembered(), "file=" + file);
  }
}
