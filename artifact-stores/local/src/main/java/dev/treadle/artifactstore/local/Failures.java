package dev.treadle.artifactstore.local;

import dev.treadle.error.StoreAccessException;
import dev.treadle.error.StoreUnavailableException;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Says what an I/O error means. The platform tells most of them by text only. */
final class Failures {
  private Failures() {}

  /**
   * The exception to throw.
   *
   * @param action what was tried, such as {@code write blobs/…}
   * @param needed the bytes that were to be written; 0 if unknown
   */
  static TreadleException of(IOException e, String action, Path root, long needed) {
    if (e instanceof ClosedByInterruptException) {
      return new StoreUnavailableException("Interrupted: could not " + action, e);
    }
    var text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    long free = free(root);
    if (e instanceof AccessDeniedException
        || text.contains("permission denied")
        || text.contains("operation not permitted")) {
      return new StoreAccessException(
          "No permission: user " + System.getProperty("user.name") + " could not " + action + " in "
              + root + ". Give the user the right to write there",
          e);
    }
    if (text.contains("read-only file system")) {
      return new StoreAccessException(
          "Read-only file system: could not " + action + " in " + root
              + ". Mount it for writing, or move the store's root",
          e);
    }
    if (text.contains("no space left") || text.contains("quota exceeded") || free < needed) {
      return new StoreAccessException(
          String.format(
              Locale.ROOT,
              "No space: could not %s in %s (%s needed, %,d bytes free). Free some, or move the"
                  + " store's root to another disk",
              action,
              root,
              needed == 0 ? "more" : String.format(Locale.ROOT, "%,d bytes", needed),
              free),
          e);
    }
    return new StoreUnavailableException("Could not " + action + " in " + root + ": " + e, e);
  }

  private static long free(Path root) {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }
}
