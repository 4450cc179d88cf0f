package dev.treadle.metadata.hibernate;

import dev.treadle.error.CoreProblem;
import dev.treadle.failpoint.Failpoints;
import dev.treadle.metadata.MetadataStoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The file of a store, made private to its owner, and the lock that says who holds it: {@code metadata.lock} beside it, as the
 * file itself must not be touched while the database has it open.
 */
final class StoreFile {
  static final String SUFFIX = ".mv.db";
  /** The folder beside it in which those who lead runs have their locks. */
  static final String LEADERS = "tmp";

  private static final String NAME = "metadata" + SUFFIX;

  // A process has the locks of its channels as one, and closing any channel of a file drops them
  // all.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private @Nullable FileChannel lock;

  private StoreFile(Path path) {
    this.path = path;
  }

  /** Makes the folder (0700) and the file (0600) where missing. */
  static StoreFile create(Path directory) {
    try {
      createDirectory(directory);
      Path file = directory.resolve(NAME);
      try {
        Files.createFile(file, ownerOnly(file, "rw-------"));
        DurableNames.sync(directory);
      } catch (FileAlreadyExistsException exists) {
        // the usual case
      }
      return checked(file);
    } catch (IOException e) {
      throw StoreErrors.unreachable(directory.toString(), e);
    }
  }

  static boolean exists(Path directory) {
    return Files.isRegularFile(directory.resolve(NAME));
  }

  static StoreFile existing(Path directory) {
    return existing(directory, StoreFile::checked);
  }

  /** The same for looking, which needs no permission to write. */
  static StoreFile readable(Path directory) {
    return existing(directory, StoreFile::checkedForReading);
  }

  @FunctionalInterface
  private interface Check {
    StoreFile of(Path file) throws IOException;
  }

  private static StoreFile existing(Path directory, Check check) {
    Path file = directory.resolve(NAME);
    if (!exists(directory)) {
      throw new MetadataStoreException(
          CoreProblem.STORE_UNREACHABLE,
          "There is no metadata store in " + directory + ". Run a pipeline there first");
    }
    try {
      return check.of(file);
    } catch (IOException e) {
      throw StoreErrors.unreachable(directory.toString(), e);
    }
  }

  private static StoreFile checked(Path file) throws IOException {
    StoreFile checked = checkedForReading(file);
    if (checked.path.toString().indexOf(';') >= 0) {
      throw new IOException("the path holds a semicolon, which a database URL cannot");
    }
    if (!Files.isWritable(checked.path)) {
      throw new IOException("no permission to write " + checked.path);
    }
    return checked;
  }

  private static StoreFile checkedForReading(Path file) throws IOException {
    Path real = file.toRealPath();
    if (!Files.isReadable(real)) {
      throw new IOException("no permission to read " + real);
    }
    return new StoreFile(real);
  }

  private static void createDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Path existing = directory.toAbsolutePath();
      while (existing.getParent() != null && !Files.isDirectory(existing)) {
        existing = existing.getParent();
      }
      Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
      DurableNames.sync(existing, directory);
    }
  }

  static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  Path path() {
    return path;
  }

  Path leaders() {
    return path.resolveSibling(LEADERS);
  }

  /** Where the holder says how it can be reached. */
  Path server() {
    return path.resolveSibling("metadata.server");
  }

  /**
   * Takes hold of the file unless somebody has it, in this process or another. The system drops the hold when the process
   * ends, however it ends.
   */
  synchronized boolean hold() {
    if (!HELD.add(path)) {
      return false;
    }
    // An interrupt would close the channel, and is not meant for it.
    boolean interrupted = Thread.interrupted();
    @Nullable FileChannel channel = null;
    try {
      Path file = path.resolveSibling("metadata.lock");
      channel = FileChannel.open(
          file,
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
          ownerOnly(file, "rw-------"));
      if (channel.tryLock() != null) {
        Failpoints.hit("holder.afterLock");
        Files.deleteIfExists(server());
        lock = channel;
        return true;
      }
      return false;
    } catch (IOException e) {
      throw StoreErrors.unreachable(path.toString(), e);
    } finally {
      if (lock == null) {
        letGo(channel);
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Copies the file into a folder, unless a process has it open, this one or another: that one can be asked. */
  boolean copyTo(Path folder) throws IOException {
    // Closing a channel would drop the database's own lock, if this process has it open.
    if (!HELD.add(path)) {
      return false;
    }
    Path copy = folder.resolve(NAME);
    try (FileChannel from = FileChannel.open(path, StandardOpenOption.READ)) {
      if (from.tryLock(0, Long.MAX_VALUE, true) == null) {
        return false;
      }
      try (FileChannel to = FileChannel.open(
          copy,
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
          ownerOnly(copy, "rw-------"))) {
        long size = from.size();
        for (long at = 0; at < size; ) {
          at += from.transferTo(at, size - at, to);
        }
      }
      return true;
    } finally {
      HELD.remove(path);
    }
  }

  /** Lets others take hold; does nothing unless this holds. */
  synchronized void release() {
    FileChannel held = lock;
    if (held == null) {
      return;
    }
    lock = null;
    try {
      Files.deleteIfExists(server());
    } catch (IOException e) {
      // What it says leads nowhere, and the next holder replaces it.
    } finally {
      letGo(held);
    }
  }

  private void letGo(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The system drops the lock with the process.
    } finally {
      HELD.remove(path);
    }
  }

  /** Whether nothing has been stored in it yet. */
  boolean isEmpty() throws IOException {
    return Files.size(path) == 0;
  }

  /** Copies the file, which must not be open in the database, beside itself. */
  Path backUp(int version) throws IOException {
    return copy("metadata.v" + version + ".backup");
  }

  /** A copy to be worked on and then {@linkplain #replaceWith put in place} of the file; what is left of an earlier one is lost. */
  Path draft() throws IOException {
    return copy("metadata.draft");
  }

  /** Puts a draft in place of the file: whatever happens, one of the two is there. Neither may be open in the database. */
  void replaceWith(Path draft) throws IOException {
    DurableNames.force(draft);
    Failpoints.hit("tables.beforeMove");
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    Failpoints.hit("tables.afterMove");
    DurableNames.sync(path.getParent());
  }

  private Path copy(String name) throws IOException {
    Path copy = path.resolveSibling(name + SUFFIX);
    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    DurableNames.force(copy);
    return copy;
  }
}
