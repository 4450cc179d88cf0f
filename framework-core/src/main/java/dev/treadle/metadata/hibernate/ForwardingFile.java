package dev.treadle.metadata.hibernate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** A file of H2 that hands everything on to another; those that do more override it. */
class ForwardingFile extends FileBaseDefault {
  private final FileChannel file;

  ForwardingFile(FileChannel file) {
    this.file = file;
  }

  @Override
  public synchronized int write(ByteBuffer bytes, long position) throws IOException {
    return file.write(bytes, position);
  }

  @Override
  public synchronized void force(boolean metadata) throws IOException {
    file.force(metadata);
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // reads by position do not meet
  public int read(ByteBuffer bytes, long position) throws IOException {
    return file.read(bytes, position);
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    file.truncate(size);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return file.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }
}
