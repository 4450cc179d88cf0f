package dev.treadle.artifactstore.local;

import dev.treadle.error.ExternalChangedException;
import dev.treadle.spi.ObjectDigest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Fails at its end if the bytes were not those of the version. */
final class PinnedInputStream extends FilterInputStream {
  private final MessageDigest hash;
  private final URI uri;
  private final String version;
  private boolean ended;

  PinnedInputStream(InputStream bytes, URI uri, String version) {
    this(bytes, uri, version, ObjectDigest.newHash());
  }

  private PinnedInputStream(InputStream bytes, URI uri, String version, MessageDigest hash) {
    super(new DigestInputStream(bytes, hash));
    this.hash = hash;
    this.uri = uri;
    this.version = version;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    checkAtEnd(b);
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int n = super.read(target, offset, length);
    checkAtEnd(n);
    return n;
  }

  /** Skipped bytes would be missing in the digest. */
  @Override
  public long skip(long n) throws IOException {
    return n <= 0 ? 0 : readNBytes((int) Math.min(n, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void checkAtEnd(int n) {
    if (n < 0 && !ended) {
      ended = true;
      var found = "sha256:" + HexFormat.of().formatHex(hash.digest());
      if (!found.equals(version)) {
        throw new ExternalChangedException(uri.toString(), version, found);
      }
    }
  }
}
