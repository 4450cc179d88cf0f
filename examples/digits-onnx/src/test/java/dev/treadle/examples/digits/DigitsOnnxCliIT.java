package dev.treadle.examples.digits;

import dev.treadle.testing.ConsoleDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DigitsOnnxCliIT {

  @Test
  void theReadmeShowsWhatTheTerminalShows() throws Exception {
    ConsoleDocument.of(Path.of("README.md")).verify();
  }
}
