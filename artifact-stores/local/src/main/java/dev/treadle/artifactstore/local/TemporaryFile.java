package dev.treadle.artifactstore.local;

import dev.treadle.spi.CreateOutcome;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.StagedObject;
import dev.treadle.spi.StorePath;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Bytes under a temporary name. They are hashed and forced to the disk while they are written, so that the last force has
 * little left to do.
 */
final class TemporaryFile implements StagedObject {
  private static final long FORCE_EVERY = 32L << 20;
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final StoreIO.WritableFile file;
  private final ObjectWriter writer;
  private final Executor background;
  private final OutputStream bytes = new BufferedOutputStream(new Sink(), BUFFER);
  private final MessageDigest hash = ObjectDigest.newHash();
  private CompletableFuture<Void> forcing = CompletableFuture.completedFuture(null);
  private long size;
  private long forceFrom;
  private boolean published;
  private @Nullable ObjectDigest digest;

  TemporaryFile(Path path, StoreIO.WritableFile file, ObjectWriter writer, Executor background) {
    this.path = path;
    this.file = file;
    this.writer = writer;
    this.background = background;
  }

  @Override
  public OutputStream bytes() {
    return bytes;
  }

  @Override
  public ObjectDigest digest() {
    if (digest == null) {
      throw new IllegalStateException("The object's bytes are not closed");
    }
    return digest;
  }

  @Override
  public CreateOutcome publish(StorePath target) {
    var outcome = writer.publish(path, target, digest());
    published = true;
    return outcome;
  }

  @Override
  public void close() {
    if (digest == null) {
      forcing.exceptionally(failure -> null).join();
      writer.abandon(file);
    }
    if (!published) {
      writer.discard(path);
    }
  }

  /** Ends the object with the bytes that its file holds already. */
  void finishWith(ObjectDigest found) throws IOException {
    file.force();
    file.close();
    digest = found;
  }

  private void finish() throws IOException {
    try {
      forcing.join();
    } catch (CompletionException e) {
      throw cause(e);
    }
    finishWith(ObjectDigest.of(hash.digest(), size));
  }

  private void forceInBackground() {
    // While one is running the disk is the bottleneck, and another would not help.
    if (size - forceFrom >= FORCE_EVERY && forcing.isDone()) {
      forceFrom = size;
      forcing = forcing.thenRunAsync(
          () -> {
            try {
              file.force();
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          background);
    }
  }

  private static IOException cause(CompletionException e) {
    if (e.getCause() instanceof IOException io) {
      return io;
    }
    throw e.getCause() instanceof RuntimeException failure ? failure : e;
  }

  private final class Sink extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      hash.update(source, offset, length);
      file.write(ByteBuffer.wrap(source, offset, length));
      size += length;
      forceInBackground();
    }

    @Override
    public void close() throws IOException {
      finish();
    }
  }
}
