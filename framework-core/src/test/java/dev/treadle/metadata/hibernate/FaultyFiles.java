package dev.treadle.metadata.hibernate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FilePath;

/** Stands in for the files of the store in this JVM, and fails each write and sync from a chosen one on. */
public final class FaultyFiles extends DatabaseFiles {
  private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);
  private static final AtomicLong SEEN = new AtomicLong();

  static void install() {
    SharedFile.prepare();
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

  private static final class Faulty extends ForwardingFile {
    Faulty(FileChannel file) {
      super(file);
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
      count();
      return super.write(bytes, position);
    }

    @Override
    public synchronized void force(boolean metadata) throws IOException {
      count();
      super.force(metadata);
    }
  }
}
