package dev.treadle.artifactstore.local;

import dev.treadle.spi.OwnerLock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names for unfinished objects, and their end when nobody finishes them. */
final class Temporaries implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Temporaries.class);

  // Where it cannot be told whether its process lives: nobody writes one object for a week.
  private static final Duration ABANDONED = Duration.ofDays(7);

  private final Path folder;
  private final Clock clock;
  private final StoreIO io;
  private final AtomicLong next = new AtomicLong();
  private @Nullable OwnerLock owner;

  Temporaries(Path folder, Clock clock, StoreIO io) {
    this.folder = folder;
    this.clock = clock;
    this.io = io;
  }

  /** A name that no other process and no other call gets. */
  Path next() throws IOException {
    return folder.resolve(owner().name() + "-" + next.getAndIncrement());
  }

  private synchronized OwnerLock owner() throws IOException {
    if (owner == null) {
      owner = OwnerLock.take(folder);
    }
    return owner;
  }

  /** Deletes what processes that died left behind. */
  void sweep() throws IOException {
    int[] swept = {0};
    OwnerLock.cleanUp(folder, name -> swept[0] += delete(name + "-*", file -> true));
    // What has a lock still belongs to a process that lives.
    var oldest = clock.instant().minus(ABANDONED);
    swept[0] += delete(
        "*",
        file -> !isOwned(file) && Files.getLastModifiedTime(file).toInstant().isBefore(oldest));
    if (swept[0] > 0) {
      log.info("Deleted {} objects in {} that ended processes left unfinished", swept[0], folder);
    }
  }

  private boolean isOwned(Path file) {
    var name = file.getFileName().toString();
    int end = name.indexOf('-');
    return name.endsWith(OwnerLock.SUFFIX)
        || (end > 0 && Files.exists(folder.resolve(name.substring(0, end) + OwnerLock.SUFFIX)));
  }

  private int delete(String names, DirectoryStream.Filter<Path> which) throws IOException {
    int deleted = 0;
    try (var files = Files.newDirectoryStream(folder, names)) {
      for (var file : files) {
        if (which.accept(file)) {
          io.delete(file);
          deleted++;
        }
      }
    }
    return deleted;
  }

  @Override
  public synchronized void close() {
    if (owner != null) {
      owner.close();
      owner = null;
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
