package dev.treadle;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.hibernate.HibernateMetadataStore;
import dev.treadle.spi.OwnerLock;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for what lives no longer than a workspace: files that steps write, logs on their way, copies of artifacts. It is
 * deleted when the workspace is closed; when the process is killed, by the next one.
 */
final class WorkingFolder implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WorkingFolder.class);

  private final Path path;
  private final OwnerLock owner;

  private WorkingFolder(Path path, OwnerLock owner) {
    this.path = path;
    this.owner = owner;
  }

  /** Makes one in the folder of a store, and deletes those whose processes have ended. */
  static WorkingFolder open(Path store) {
    Path parent = parent(store);
    try {
      Files.createDirectories(parent);
      int ended = cleanUp(store);
      if (ended > 0) {
        log.info("Deleted what {} processes that were killed had left in {}", ended, parent);
      }
      OwnerLock owner = OwnerLock.take(parent);
      return new WorkingFolder(parent.resolve(owner.name()), owner);
    } catch (IOException e) {
      throw new TreadleException(
          CoreProblem.STORE_ACCESS, "Cannot write in " + parent + ": " + e.getMessage(), e);
    }
  }

  /** Deletes those whose processes have ended, and says how many there were. */
  static int cleanUp(Path store) throws IOException {
    Path parent = parent(store);
    return Files.isDirectory(parent)
        ? OwnerLock.cleanUp(parent, name -> delete(parent.resolve(name)))
        : 0;
  }

  /** On the file system of the artifact store where that is local; made when it is needed. */
  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      delete(path);
      owner.close();
    } catch (IOException e) {
      log.warn("Left {} behind, which a later start deletes: {}", path, e.toString());
    }
  }

  static Path parent(Path store) {
    return HibernateMetadataStore.leaders(store);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
          throws IOException {
        if (failure != null) {
          throw failure;
        }
        Files.deleteIfExists(directory);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
