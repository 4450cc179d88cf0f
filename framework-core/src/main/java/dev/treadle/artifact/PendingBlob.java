package dev.treadle.artifact;

import com.github.luben.zstd.ZstdOutputStream;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.StagedObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of an artifact while it is written: in memory as long as it is small, then on its way into the store. Nothing of
 * it is visible before {@link #publish}.
 */
final class PendingBlob extends OutputStream {
  /** What is kept in memory, and the sample that decides on compression. */
  static final int BUFFER = 64 << 10;

  private final BlobStore blobs;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  // Set for compressed blobs only; otherwise the staged object hashes the same bytes.
  private @Nullable MessageDigest hash;
  private long size;
  private @Nullable StagedObject staged;
  private @Nullable OutputStream sink;
  private @Nullable ObjectDigest digest;

  PendingBlob(BlobStore blobs) {
    this.blobs = blobs;
  }

  /** A blob whose bytes are in the store's hands already. */
  PendingBlob(BlobStore blobs, StagedObject adopted) {
    this.blobs = blobs;
    this.staged = adopted;
    this.digest = adopted.digest();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    if (digest != null) {
      throw new IOException("The file is closed");
    }
    int from = offset;
    int end = offset + length;
    if (sink == null) {
      // The sample must be full, however large the first write is.
      from += Math.min(length, BUFFER - buffer.size());
      buffer.write(source, offset, from - offset);
      if (from == end) {
        return;
      }
      sink = spill();
      pass(sink, buffer.toByteArray(), 0, buffer.size());
      buffer.reset();
    }
    pass(sink, source, from, end - from);
  }

  @Override
  public void close() throws IOException {
    if (digest != null) {
      return;
    }
    if (sink == null || staged == null) {
      digest = ObjectDigest.of(buffer.toByteArray());
      return;
    }
    sink.close();
    digest = hash == null ? staged.digest() : ObjectDigest.of(hash.digest(), size);
  }

  boolean isClosed() {
    return digest != null;
  }

  ObjectDigest digest() {
    if (digest == null) {
      throw new IllegalStateException("The file is not closed");
    }
    return digest;
  }

  /** The bytes if they are still in memory. */
  Optional<byte[]> bytes() {
    return staged == null ? Optional.of(buffer.toByteArray()) : Optional.empty();
  }

  void publish() {
    var sha256 = digest().sha256();
    if (staged == null) {
      blobs.create(buffer.toByteArray(), digest());
    } else {
      blobs.publish(staged, sha256, hash != null);
    }
  }

  /** Gives up what is not published. */
  void discard() {
    if (staged != null) {
      staged.close();
    }
  }

  private OutputStream spill() throws IOException {
    staged = blobs.stage();
    if (!blobs.paysToCompress(buffer.toByteArray())) {
      return staged.bytes();
    }
    hash = ObjectDigest.newHash();
    return new ZstdOutputStream(staged.bytes(), BlobStore.ZSTD_LEVEL);
  }

  private void pass(OutputStream target, byte[] source, int offset, int length) throws IOException {
    if (hash != null) {
      hash.update(source, offset, length);
    }
    size += length;
    target.write(source, offset, length);
  }
}
