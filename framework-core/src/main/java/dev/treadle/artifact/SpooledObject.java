package dev.treadle.artifact;

import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ByteSource;
import dev.treadle.spi.CreateOutcome;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.StagedObject;
import dev.treadle.spi.StorePath;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Bytes in a local file until they go to a store that is elsewhere. */
final class SpooledObject implements StagedObject {
  private final ArtifactStore store;
  private final Path file;
  private final OutputStream bytes;
  private @Nullable ObjectDigest digest;

  SpooledObject(ArtifactStore store, Path file) throws IOException {
    this.store = store;
    this.file = file;
    var hash = ObjectDigest.newHash();
    var hashed = new DigestOutputStream(Files.newOutputStream(file), hash);
    this.bytes = new Ending(new BufferedOutputStream(hashed, 1 << 16), hash);
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
  public CreateOutcome publish(StorePath path) {
    try {
      return store.create(path, ByteSource.of(file), digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (bytes) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Ending extends FilterOutputStream {
    private final MessageDigest hash;

    Ending(OutputStream out, MessageDigest hash) {
      super(out);
      this.hash = hash;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      out.write(source, offset, length);
    }

    @Override
    public void close() throws IOException {
      super.close();
      if (digest == null) {
        digest = ObjectDigest.of(hash.digest(), Files.size(file));
      }
    }
  }
}
