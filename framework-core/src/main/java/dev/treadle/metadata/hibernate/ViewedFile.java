package dev.treadle.metadata.hibernate;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the file of a store for who must not touch its folder: to the process that holds the file, and to a copy of
 * it when nobody does. The database repairs and migrates what it opens, which the copy spares the original.
 */
final class ViewedFile implements ConnectionSource {
  private final StoreFile file;
  private final Path scratch;
  private @Nullable SharedFile copy;

  /**
   * @param scratch the folder for the copy
   */
  ViewedFile(StoreFile file, Path scratch) {
    this.file = file;
    this.scratch = scratch;
  }

  /** The copy, unless a process has the file that can be asked. */
  synchronized Optional<StoreFile> copied() throws IOException {
    return file.copyTo(scratch) ? Optional.of(StoreFile.existing(scratch)) : Optional.empty();
  }

  @Override
  public synchronized Statements open() throws SQLException {
    long end = System.nanoTime() + SharedFile.PATIENCE.toNanos();
    while (true) {
      try {
        if (copy == null) {
          Optional<DataSource> holder = StoreServer.client(file);
          if (holder.isPresent()) {
            return new Statements(holder.get().getConnection(), true);
          }
        }
      } catch (SQLException e) {
        if (!SharedFile.isOfChange(e)) {
          throw e;
        }
      }
      Optional<Statements> own = ofCopy();
      if (own.isPresent()) {
        return own.get();
      }
      if (System.nanoTime() > end) {
        throw StoreErrors.locked(file.path().toString(), "another process", null);
      }
      Uninterruptibles.sleepUninterruptibly(SharedFile.PAUSE);
    }
  }

  /** The holder has ended, if nobody has the file now: what it had acknowledged is in there. */
  private Optional<Statements> ofCopy() throws SQLException {
    try {
      if (copy == null) {
        copy = copied().map(SharedFile::new).orElse(null);
      }
      return copy == null ? Optional.empty() : Optional.of(copy.open());
    } catch (IOException e) {
      throw StoreErrors.unreachable(file.path().toString(), e);
    }
  }

  @Override
  public synchronized void close() {
    if (copy != null) {
      copy.close();
    }
  }
}
