package dev.treadle.examples.hello;

import dev.treadle.testing.ConsoleDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HelloCliIT {

  @Test
  void theReadmeShowsWhatTheTerminalShows() throws Exception {
    ConsoleDocument.of(Path.of("README.md")).verify();
  }
}
