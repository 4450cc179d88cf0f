package dev.treadle.metadata.hibernate;

import dev.treadle.error.CoreProblem;
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

/** The file of a store: made private to its owner, and opened once at a time. */
final class StoreFile implements AutoCloseable {
  private static final String NAME = "metadata.mv.db";

  // H2 would let a second store of this process share the database, and two writers would allot the
  // same numbers.
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path path;

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
      } catch (FileAlreadyExistsException exists) {
        // the usual case
      }
      return claim(file);
    } catch (IOException e) {
      throw StoreErrors.unreachable(directory.toString(), e);
    }
  }

  static StoreFile existing(Path directory) {
    Path file = directory.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new MetadataStoreException(
          CoreProblem.STORE_UNREACHABLE,
          "There is no metadata store in " + directory + ". Run a pipeline there first");
    }
    try {
      return claim(file);
    } catch (IOException e) {
      throw StoreErrors.unreachable(directory.toString(), e);
    }
  }

  private static StoreFile claim(Path file) throws IOException {
    Path real = file.toRealPath();
    if (real.toString().indexOf(';') >= 0) {
      throw new IOException("the path holds a semicolon, which a database URL cannot");
    }
    if (!Files.isReadable(real) || !Files.isWritable(real)) {
      throw new IOException("no permission to read and write " + real);
    }
    if (!OPEN.add(real)) {
      throw StoreErrors.locked(file.toString(), "this process", null);
    }
    return new StoreFile(real);
  }

  private static void createDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  Path path() {
    return path;
  }

  /** Copies the file, which must not be open in the database, beside itself. */
  Path backUp(int version) throws IOException {
    Path copy = path.resolveSibling("metadata.v" + version + ".backup.mv.db");
    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    try (var channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return copy;
  }

  @Override
  public void close() {
    OPEN.remove(path);
  }
}
