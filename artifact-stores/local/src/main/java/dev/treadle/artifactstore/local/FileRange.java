package dev.treadle.artifactstore.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A part of a file. */
final class FileRange extends InputStream {
  private final InputStream bytes;
  private long remaining;

  private FileRange(InputStream bytes, long length) {
    this.bytes = bytes;
    this.remaining = length;
  }

  static InputStream open(Path file, long offset, long length) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try {
      long size = channel.size();
      if (offset < 0 || offset > size || length < 0) {
        throw new IllegalArgumentException("No range of " + length + " bytes at " + offset
            + " in an object of " + size + " bytes");
      }
      channel.position(offset);
      return new FileRange(Channels.newInputStream(channel), Math.min(length, size - offset));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int n = remaining == 0 ? -1 : bytes.read(target, offset, (int) Math.min(length, remaining));
    remaining -= Math.max(n, 0);
    return n;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
