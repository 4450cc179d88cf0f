package dev.treadle.artifactstore.local;

import static java.util.Objects.requireNonNull;

import dev.treadle.error.ObjectNotFoundException;
import dev.treadle.error.StoreAccessException;
import dev.treadle.error.UnsafePathException;
import dev.treadle.spi.SafePath;
import dev.treadle.spi.StorePath;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where objects lie below a root, and the folders that lead there. */
final class Layout {
  static final String TEMPORARY = ".tmp";

  private final Path root;
  private final StoreIO io;
  // Folders that this process has seen made durable. Others may exist and still be lost in a power
  // cut.
  private final Set<Path> durable = ConcurrentHashMap.newKeySet();

  /** The root must be a real path: without links. */
  Layout(Path root, StoreIO io) {
    this.root = root;
    this.io = io;
    durable.add(root);
  }

  Path root() {
    return root;
  }

  Path temporary() {
    return root.resolve(TEMPORARY);
  }

  /** The file of an object, which need not exist. Links on the way to it are refused. */
  Path file(StorePath path) throws IOException {
    var file = SafePath.resolve(root, path.requireObject().toString());
    refuseLinks(folder(file));
    return file;
  }

  /** The file of an object that exists. */
  Path existing(String store, StorePath path) throws IOException {
    var file = file(path);
    if (Files.isSymbolicLink(file)) {
      throw link(file);
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ObjectNotFoundException(store, path.toString());
    }
    return file;
  }

  /** The file of an object that is to be, after making its folder. */
  Path fileInDurableFolder(StorePath path) throws IOException {
    var file = SafePath.resolve(root, path.requireObject().toString());
    try {
      makeDurable(folder(file));
    } catch (FileAlreadyExistsException e) {
      throw new UnsafePathException(path.toString(), "it leads through the object " + e.getFile());
    }
    refuseLinks(folder(file));
    return file;
  }

  void makeDurable(Path folder) throws IOException {
    if (durable.contains(folder)) {
      return;
    }
    var parent = folder(folder);
    makeDurable(parent);
    io.createDirectory(folder);
    io.syncDirectory(parent);
    durable.add(folder);
  }

  /** The folder of a file below the root, which has one. */
  static Path folder(Path file) {
    return requireNonNull(file.getParent());
  }

  private void refuseLinks(Path folder) throws IOException {
    if (Files.exists(folder) && !folder.toRealPath().equals(folder)) {
      throw link(folder);
    }
  }

  static StoreAccessException link(Path where) {
    return new StoreAccessException(
        "A link lies inside the store, at or above " + where
            + ". Stores follow no links: put the files there, or move the whole root",
        null);
  }
}
