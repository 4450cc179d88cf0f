package dev.treadle.metadata.hibernate;

import dev.treadle.torture.Disk;
import dev.treadle.torture.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;

/** The files of H2, on the simulated disk that has the folder where they are, if there is one. */
public final class SimulatedFiles extends DatabaseFiles {
  private static final Map<Path, Disk> DISKS = new ConcurrentHashMap<>();

  /** Has the files below the disk's folder on it from now on. */
  public static void use(Disk disk) {
    SharedFile.prepare();
    FilePath.register(new SimulatedFiles());
    DISKS.put(disk.root(), disk);
  }

  public static void forget(Disk disk) {
    DISKS.remove(disk.root());
  }

  @Override
  FileChannel openFile(String mode) throws IOException {
    Path path = Path.of(name.substring(getScheme().length() + 1));
    Disk disk = DISKS.get(path.getParent());
    FileChannel real = super.openFile(mode);
    return disk == null ? real : new Simulated(real, disk, disk.file(path));
  }

  private static final class Simulated extends ForwardingFile {
    private final Disk disk;
    private final DiskFile file;

    Simulated(FileChannel real, Disk disk, DiskFile file) {
      super(real);
      this.disk = disk;
      this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
      int length = bytes.remaining();
      disk.write(file, bytes, position, () -> {
        long at = position;
        while (bytes.hasRemaining()) {
          at += super.write(bytes, at);
        }
      });
      return length;
    }

    @Override
    public synchronized void force(boolean metadata) throws IOException {
      disk.force(file);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      disk.truncate(file, size, () -> super.implTruncate(size));
    }
  }
}
