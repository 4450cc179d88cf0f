package dev.treadle.artifactstore.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The real disk, which fails from call N on, and of which a power cut keeps only what was forced: bytes of files and names
 * in folders.
 */
final class FaultyStoreIO implements StoreIO {
  private final int failAt;
  private final IOException failure;
  private int calls;
  // The number of bytes that survive, by each name of a file that was written here.
  private final Map<Path, Durable> files = new HashMap<>();
  private final Set<Path> volatileNames = new HashSet<>();

  FaultyStoreIO(int failAt, IOException failure) {
    this.failAt = failAt;
    this.failure = failure;
  }

  /** Whether the fault was reached. */
  boolean failed() {
    return calls >= failAt;
  }

  /** Throws away what was not forced. */
  void cutPower() throws IOException {
    for (var file : files.entrySet()) {
      if (Files.exists(file.getKey())) {
        Files.setPosixFilePermissions(file.getKey(), PosixFilePermissions.fromString("rw-------"));
        try (var bytes = new RandomAccessFile(file.getKey().toFile(), "rw")) {
          bytes.setLength(Math.min(bytes.length(), file.getValue().bytes));
        }
      }
    }
    // Longer paths first, so that folders are empty when it is their turn.
    for (var name :
        volatileNames.stream().sorted(java.util.Comparator.reverseOrder()).toList()) {
      Files.deleteIfExists(name);
    }
  }

  @Override
  public WritableFile create(Path file) throws IOException {
    call();
    var durable = new Durable();
    var real = StoreIO.REAL.create(file);
    files.put(file, durable);
    volatileNames.add(file);
    return new WritableFile() {
      private long written;

      @Override
      public void write(ByteBuffer bytes) throws IOException {
        call();
        written += bytes.remaining();
        real.write(bytes);
      }

      @Override
      public void force() throws IOException {
        call();
        real.force();
        durable.bytes = written;
      }

      @Override
      public void close() throws IOException {
        real.close();
      }
    };
  }

  @Override
  public WritableFile reopen(Path file) throws IOException {
    call();
    return StoreIO.REAL.reopen(file);
  }

  @Override
  public void link(Path link, Path existing) throws IOException {
    call();
    StoreIO.REAL.link(link, existing);
    volatileNames.add(link);
    var durable = files.get(existing);
    if (durable != null) {
      files.put(link, durable);
    }
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    call();
    StoreIO.REAL.move(from, to);
    volatileNames.add(to);
  }

  @Override
  public void delete(Path file) throws IOException {
    call();
    StoreIO.REAL.delete(file);
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    call();
    if (!Files.exists(directory)) {
      volatileNames.add(directory);
    }
    StoreIO.REAL.createDirectory(directory);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    call();
    StoreIO.REAL.syncDirectory(directory);
    volatileNames.removeIf(name -> directory.equals(name.getParent()));
  }

  @Override
  public InputStream read(Path file) throws IOException {
    return StoreIO.REAL.read(file);
  }

  private synchronized void call() throws IOException {
    if (++calls >= failAt) {
      throw failure;
    }
  }

  private static final class Durable {
    private long bytes;
  }
}
