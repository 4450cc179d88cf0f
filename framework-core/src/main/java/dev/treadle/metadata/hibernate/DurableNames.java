package dev.treadle.metadata.hibernate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Has files and the names of files survive a power cut. */
final class DurableNames {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private DurableNames() {}

  /** The bytes of a file. */
  static void force(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** The names in a folder. */
  static void sync(@Nullable Path folder) throws IOException {
    // Elsewhere than on POSIX a folder cannot be opened, and its journal does this by itself.
    if (folder != null && POSIX) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** The names of the folders that lead from one folder to another below it. */
  static void sync(Path from, Path to) throws IOException {
    for (Path at = to.toAbsolutePath(); at != null && !at.equals(from); at = at.getParent()) {
      sync(at.getParent());
    }
  }
}
