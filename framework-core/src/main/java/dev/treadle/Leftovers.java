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
import java.util.UUID;
import java.util.function.Predicate;

/** What killed processes left in the folder of a store, beside the objects of the artifact store. */
final class Leftovers {
  /** A file that says how a store is served gets its name at once. */
  private static final Duration SOON = Duration.ofMinutes(1);

  /** A run that is starting has its log before the store has the run. */
  private static final Duration GRACE = Duration.ofDays(1);

  private final Path store;
  private final Clock clock;
  private final Predicate<UUID> isRun;

  /**
   * @param isRun whether the store has a run of that id
   */
  Leftovers(Path store, Clock clock, Predicate<UUID> isRun) {
    this.store = store;
    this.clock = clock;
    this.isRun = isRun;
  }

  /** How many there are. */
  int count() throws IOException {
    Path working = WorkingFolder.parent(store);
    return (Files.isDirectory(working) ? OwnerLock.countEnded(working) : 0)
        + unowned().size();
  }

  /** Deletes them, and says how many there were. */
  int delete() throws IOException {
    int deleted = WorkingFolder.cleanUp(store);
    for (Path file : unowned()) {
      Files.deleteIfExists(file);
      deleted++;
    }
    return deleted;
  }

  private List<Path> unowned() throws IOException {
    List<Path> unowned = unnamed();
    unowned.addAll(new DetachedLogs(store).withoutRun(isRun, clock.instant().minus(GRACE)));
    return unowned;
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
