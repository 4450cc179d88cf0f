package dev.treadle.artifactstore.local;

import dev.treadle.spi.ArtifactStore;
import dev.treadle.torture.Disk;
import dev.treadle.torture.DiskFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;

/** The local artifact store on a simulated disk. */
public final class SimulatedArtifacts implements StoreIO {
  private final Disk disk;

  private SimulatedArtifacts(Disk disk) {
    this.disk = disk;
  }

  /** Opens the store in a folder of the disk. */
  public static ArtifactStore open(Path root, Disk disk) {
    return LocalArtifactStore.open(
        "local", root, null, Clock.systemUTC(), new SimulatedArtifacts(disk));
  }

  @Override
  public WritableFile create(Path file) throws IOException {
    var real = new WritableFile[1];
    disk.create(file, () -> real[0] = StoreIO.REAL.create(file));
    return new SimulatedFile(real[0], disk.file(file), 0);
  }

  @Override
  public WritableFile reopen(Path file) throws IOException {
    var real = new WritableFile[1];
    disk.call(() -> real[0] = StoreIO.REAL.reopen(file));
    return new SimulatedFile(real[0], disk.file(file), 0);
  }

  @Override
  public void link(Path link, Path existing) throws IOException {
    disk.link(link, existing, () -> StoreIO.REAL.link(link, existing));
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    disk.move(from, to, () -> StoreIO.REAL.move(from, to));
  }

  @Override
  public void delete(Path file) throws IOException {
    disk.delete(file, () -> StoreIO.REAL.delete(file));
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    disk.createFolder(directory, () -> StoreIO.REAL.createDirectory(directory));
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    disk.syncFolder(directory);
  }

  @Override
  public InputStream read(Path file) throws IOException {
    return StoreIO.REAL.read(file);
  }

  private final class SimulatedFile implements WritableFile {
    private final WritableFile real;
    private final DiskFile file;
    private long size;

    SimulatedFile(WritableFile real, DiskFile file, long size) {
      this.real = real;
      this.file = file;
      this.size = size;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      int length = bytes.remaining();
      disk.write(file, bytes, size, () -> real.write(bytes));
      size += length;
    }

    @Override
    public void force() throws IOException {
      disk.force(file);
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }
}
