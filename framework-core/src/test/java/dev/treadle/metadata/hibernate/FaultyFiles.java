package dev.treadle.metadata.hibernate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;

/** Stands in for the files of the store in this JVM, and fails each write and sync from a chosen one on. */
public final class FaultyFiles extends DatabaseFiles {
  private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);
  private static final AtomicLong SEEN = new AtomicLong();

  static void install() {
    StoreServer.prepare();
    FilePath.register(new FaultyFiles());
    mend();
  }

  /** Lets some more writes and syncs succeed, and none after them. */
  static void failAfter(long successes) {
    LEFT.set(successes);
  }

  static void mend() {
    LEFT.set(Long.MAX_VALUE);
  }

  /** Writes and syncs so far. */
  static long seen() {
    return SEEN.get();
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Faulty(super.open(mode));
  }

  private static void count() throws IOException {
    SEEN.incrementAndGet();
    if (LEFT.getAndDecrement() <= 0) {
      throw new IOException("No space left on device");
    }
  }

  private static final class Faulty extends FileBaseDefault {
    private final FileChannel file;

    Faulty(FileChannel file) {
      this.file = file;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
      count();
      return file.write(bytes, position);
    }

    @Override
    public void force(boolean metadata) throws IOException {
      count();
      file.force(metadata);
    }

    @Override
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
}
