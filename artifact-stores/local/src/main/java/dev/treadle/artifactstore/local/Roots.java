package dev.treadle.artifactstore.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Makes the folders that stores are in. */
final class Roots {
  private Roots() {}

  /** The real path of a root, which is made, durably, if it is absent. */
  static Path open(Path root, StoreIO io) throws IOException {
    var absolute = root.toAbsolutePath();
    make(absolute, io);
    var real = absolute.toRealPath();
    // Whoever made it may have died before its name was durable; he made the marker after that.
    if (!Files.exists(real.resolve(Marker.NAME), LinkOption.NOFOLLOW_LINKS)) {
      syncParent(real, io);
    }
    return real;
  }

  private static void make(Path folder, StoreIO io) throws IOException {
    if (!Files.isDirectory(folder)) {
      make(Layout.folder(folder), io);
      io.createDirectory(folder);
      syncParent(folder, io);
    }
  }

  private static void syncParent(Path folder, StoreIO io) throws IOException {
    var parent = folder.getParent();
    if (parent != null) {
      io.syncDirectory(parent);
    }
  }
}
