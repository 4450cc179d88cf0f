package dev.treadle.examples.etl;

import dev.treadle.testing.ConsoleDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EtlCliIT {

  @Test
  void theReadmeShowsWhatTheTerminalShows() throws Exception {
    ConsoleDocument.of(Path.of("README.md")).verify();
  }
}
