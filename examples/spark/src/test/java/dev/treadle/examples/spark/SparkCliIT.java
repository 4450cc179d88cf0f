package dev.treadle.examples.spark;

import dev.treadle.testing.ConsoleDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SparkCliIT {

  @Test
  void theReadmeShowsWhatTheTerminalShows() throws Exception {
    ConsoleDocument.of(Path.of("README.md")).verify();
  }
}
