package dev.treadle;

import dev.treadle.spi.OwnerLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What killed processes left in the folder of a store, beside the objects of the artifact store. */
final class Leftovers {
  /** A file that says how a store is served gets its name at once. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Path store;
  private final Clock clock;

  Leftovers(Path store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** How many there are. */
  int count() throws IOException {
    Path working = WorkingFolder.parent(store);
    return (Files.isDirectory(working) ? OwnerLock.countEnded(working) : 0)
        + unnamed().size();
  }

  /** Deletes them, and says how many there were. */
  int delete() throws IOException {
    int deleted = WorkingFolder.cleanUp(store);
    for (Path file : unnamed()) {
      Files.deleteIfExists(file);
      deleted++;
    }
    return deleted;
  }

  private List<Path> unnamed() throws IOException {
    Instant oldest = clock.instant().minus(SOON);
    List<Path> unnamed = new ArrayList<>();
    try (var files = Files.newDirectoryStream(store, "server*.tmp")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
          unnamed.add(file);
        }
      }
    }
    return unnamed;
  }
}
