package dev.treadle.artifactstore.local;

import dev.treadle.error.StorePoisonedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to write after a failed force. The kernel drops the pages that it could not write, so that a second force would
 * succeed without the bytes.
 */
final class PoisonableIO implements StoreIO {
  private final String store;
  private final StoreIO io;
  private volatile @Nullable IOException failure;

  PoisonableIO(String store, StoreIO io) {
    this.store = store;
    this.io = io;
  }

  @Override
  public WritableFile create(Path file) throws IOException {
    refuseIfPoisoned();
    return new PoisoningFile(io.create(file));
  }

  @Override
  public WritableFile reopen(Path file) throws IOException {
    refuseIfPoisoned();
    return new PoisoningFile(io.reopen(file));
  }

  @Override
  public void link(Path link, Path existing) throws IOException {
    refuseIfPoisoned();
    io.link(link, existing);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    refuseIfPoisoned();
    io.move(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    io.delete(file);
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    refuseIfPoisoned();
    io.createDirectory(directory);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    force(() -> io.syncDirectory(directory));
  }

  @Override
  public InputStream read(Path file) throws IOException {
    return io.read(file);
  }

  private void force(Force force) throws IOException {
    refuseIfPoisoned();
    try {
      force.run();
    } catch (ClosedChannelException e) {
      throw e; // interrupted, and not the disk's fault
    } catch (IOException e) {
      failure = e;
      throw new StorePoisonedException(store, e);
    }
  }

  private void refuseIfPoisoned() {
    if (failure != null) {
      throw new StorePoisonedException(store, failure);
    }
  }

  @FunctionalInterface
  private interface Force {
    void run() throws IOException;
  }

  private final class PoisoningFile implements WritableFile {
    private final WritableFile file;

    PoisoningFile(WritableFile file) {
      this.file = file;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      file.write(bytes);
    }

    @Override
    public void force() throws IOException {
      PoisonableIO.this.force(file::force);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
