package dev.treadle.metadata.hibernate;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FileUtils;

/**
 * A file of H2 that stays open when a thread is interrupted which reads or writes it: a plain file channel would be closed
 * for everyone. Asynchronous ones are not; here they work in the thread of the caller, who waits anyway, and save it two
 * changes of threads for each page.
 */
final class LastingFile extends FileBaseDefault {
  private static final ExecutorService CALLER = MoreExecutors.newDirectExecutorService();

  private final AsynchronousFileChannel file;

  private LastingFile(AsynchronousFileChannel file) {
    this.file = file;
  }

  /**
   * @param mode as H2 has it: {@code r}, {@code rw}, {@code rws} or {@code rwd}
   */
  static LastingFile open(Path path, String mode) throws IOException {
    return new LastingFile(
        AsynchronousFileChannel.open(path, FileUtils.modeToOptions(mode), CALLER));
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // reads by position do not meet
  public int read(ByteBuffer bytes, long position) throws IOException {
    return result(file.read(bytes, position));
  }

  @Override
  public synchronized int write(ByteBuffer bytes, long position) throws IOException {
    return result(file.write(bytes, position));
  }

  private static int result(Future<Integer> done) throws IOException {
    try {
      return Objects.requireNonNull(Uninterruptibles.getUninterruptibly(done));
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
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
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // writing may go on meanwhile
  public void force(boolean metadata) throws IOException {
    file.force(metadata);
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
