package dev.treadle.artifactstore.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names for unfinished objects, and their end when nobody finishes them. */
final class Temporaries {
  private static final Logger log = LoggerFactory.getLogger(Temporaries.class);

  // Nobody writes one object for a week, and a younger file may belong to a process that lives.
  private static final Duration ABANDONED = Duration.ofDays(7);

  private final Path folder;
  private final Clock clock;
  private final StoreIO io;
  private final String prefix;
  private final AtomicLong next = new AtomicLong();

  Temporaries(Path folder, Clock clock, StoreIO io) {
    this.folder = folder;
    this.clock = clock;
    this.io = io;
    var random = new byte[8];
    new SecureRandom().nextBytes(random);
    this.prefix = HexFormat.of().formatHex(random) + "-";
  }

  /** A name that no other process and no other call gets. */
  Path next() {
    return folder.resolve(prefix + next.getAndIncrement());
  }

  /** Deletes what processes that died left behind. */
  void sweep() throws IOException {
    var oldest = clock.instant().minus(ABANDONED);
    int swept = 0;
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
          io.delete(file);
          swept++;
        }
      }
    }
    if (swept > 0) {
      log.info(
          "Deleted {} unfinished objects in {}, older than {} days",
          swept,
          folder,
          ABANDONED.toDays());
    }
  }

  void discard(Path temporary) {
    try {
      io.delete(temporary);
    } catch (IOException e) {
      log.warn("Left {} behind, which a later start deletes: {}", temporary, e.toString());
    }
  }

  void abandon(StoreIO.WritableFile file) {
    try {
      file.close();
    } catch (IOException e) {
      log.debug("Closing an unfinished object failed", e);
    }
  }
}
