package dev.treadle.artifactstore.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The real disk, on which one kind of call fails once it is armed. */
final class OneFault implements StoreIO {
  private final String call;
  private final Exception failure;
  private boolean armed;

  OneFault(String call, Exception failure) {
    this.call = call;
    this.failure = failure;
  }

  void arm() {
    armed = true;
  }

  @Override
  public WritableFile create(Path file) throws IOException {
    var real = StoreIO.REAL.create(file);
    return new WritableFile() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        failIf("write");
        real.write(bytes);
      }

      @Override
      public void force() throws IOException {
        failIf("force");
        real.force();
      }

      @Override
      public void close() throws IOException {
        real.close();
      }
    };
  }

  @Override
  public WritableFile reopen(Path file) throws IOException {
    return StoreIO.REAL.reopen(file);
  }

  @Override
  public void link(Path link, Path existing) throws IOException {
    failIf("link");
    StoreIO.REAL.link(link, existing);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    StoreIO.REAL.move(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    StoreIO.REAL.delete(file);
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    StoreIO.REAL.createDirectory(directory);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    failIf("sync");
    StoreIO.REAL.syncDirectory(directory);
  }

  @Override
  public InputStream read(Path file) throws IOException {
    return StoreIO.REAL.read(file);
  }

  private void failIf(String called) throws IOException {
    if (armed && called.equals(call)) {
      if (failure instanceof IOException e) {
        throw e;
      }
      throw (RuntimeException) failure;
    }
  }
}
