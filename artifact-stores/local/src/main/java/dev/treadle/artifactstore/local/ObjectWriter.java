package dev.treadle.artifactstore.local;

import dev.treadle.error.CorruptUploadException;
import dev.treadle.error.StoreConflictException;
import dev.treadle.spi.ByteSource;
import dev.treadle.spi.CreateOutcome;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.StorePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Makes objects: temporary file, hashed while written, forced; linked to its name, which fails if the name is taken;
 * temporary name removed; folder forced.
 */
final class ObjectWriter implements AutoCloseable {
  private static final long COMPARED_BY_DIGEST = 16L << 20;
  private static final int BUFFER = 1 << 16;

  private final String store;
  private final Layout layout;
  private final Temporaries temporaries;
  private final StoreIO io;
  private final ExecutorService background = Executors.newCachedThreadPool(task -> {
    var thread = new Thread(task, "treadle-store-force");
    thread.setDaemon(true);
    return thread;
  });

  ObjectWriter(String store, Layout layout, Temporaries temporaries, StoreIO io) {
    this.store = store;
    this.layout = layout;
    this.temporaries = temporaries;
    this.io = io;
  }

  CreateOutcome create(StorePath path, ByteSource bytes, ObjectDigest digest) throws IOException {
    var file = layout.file(path);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return compare(file, path, digest);
    }
    try (var staged = stage()) {
      try (var source = bytes.open()) {
        copy(source, staged.bytes(), digest.size());
      }
      staged.bytes().close();
      if (!staged.digest().equals(digest)) {
        throw new CorruptUploadException(
            store, path.toString(), staged.digest().toString(), digest.toString());
      }
      return staged.publish(path);
    }
  }

  TemporaryFile stage() throws IOException {
    var temporary = temporaries.next();
    return new TemporaryFile(temporary, io.create(temporary), this, background);
  }

  TemporaryFile adopt(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(file.toString(), null, "not a regular file");
    }
    var temporary = temporaries.next();
    try {
      io.move(file, temporary);
    } catch (FileSystemException e) {
      return copyAndDelete(file);
    }
    try {
      var staged = new TemporaryFile(temporary, io.reopen(temporary), this, background);
      staged.finishWith(ObjectDigest.of(temporary));
      return staged;
    } catch (IOException | RuntimeException e) {
      discard(temporary);
      throw e;
    }
  }

  /** Gives the temporary file its name; the outcome is durable. */
  CreateOutcome publish(Path temporary, StorePath path, ObjectDigest digest) {
    try {
      var file = layout.fileInDurableFolder(path);
      if (!link(file, temporary)) {
        var outcome = compare(file, path, digest);
        discard(temporary);
        return outcome;
      }
      discard(temporary);
      io.syncDirectory(Layout.folder(file));
      return CreateOutcome.CREATED;
    } catch (IOException e) {
      throw Failures.of(e, "publish " + path, layout.root(), digest.size());
    }
  }

  void discard(Path temporary) {
    temporaries.discard(temporary);
  }

  /** Closes a file whose bytes nobody wants. */
  void abandon(StoreIO.WritableFile file) {
    temporaries.abandon(file);
  }

  @Override
  public void close() {
    background.shutdown();
  }

  private boolean link(Path file, Path temporary) throws IOException {
    try {
      io.link(file, temporary);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      return moveUnlessThere(file, temporary);
    }
  }

  /**
   * For file systems without hard links. The name is checked and taken in two steps; who comes between brings the same
   * bytes wherever names are content addresses.
   */
  private boolean moveUnlessThere(Path file, Path temporary) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    io.move(temporary, file);
    return true;
  }

  private CreateOutcome compare(Path file, StorePath path, ObjectDigest digest) throws IOException {
    var found = new ObjectDigest(digest.sha256(), Files.size(layout.existing(store, path)));
    if (found.size() == digest.size() && found.size() <= COMPARED_BY_DIGEST) {
      found = ObjectDigest.of(file);
    }
    if (!found.equals(digest)) {
      throw new StoreConflictException(
          store, path.toString(), describe(found, digest), digest.toString());
    }
    // Whoever made the object may not have come to this yet, and our caller relies on it from now
    // on.
    io.syncDirectory(Layout.folder(file));
    return CreateOutcome.ALREADY_THERE;
  }

  /** The digest of an object of another size was not computed. */
  private static String describe(ObjectDigest found, ObjectDigest expected) {
    return found.size() == expected.size() ? found.toString() : found.size() + " bytes";
  }

  private TemporaryFile copyAndDelete(Path file) throws IOException {
    var staged = stage();
    try {
      try (var source = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        copy(source, staged.bytes(), Long.MAX_VALUE);
      }
      staged.bytes().close();
    } catch (IOException | RuntimeException e) {
      staged.close();
      throw e;
    }
    Files.delete(file);
    return staged;
  }

  /** Stops soon after the declared size, which is enough to know that there is too much. */
  private static void copy(InputStream source, OutputStream target, long declared)
      throws IOException {
    var buffer = new byte[BUFFER];
    long size = 0;
    for (int n = source.read(buffer); n >= 0 && size <= declared; n = source.read(buffer)) {
      if (Thread.currentThread().isInterrupted()) {
        throw new ClosedByInterruptException();
      }
      target.write(buffer, 0, n);
      size += n;
    }
  }
}
