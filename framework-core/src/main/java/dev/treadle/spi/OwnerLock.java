package dev.treadle.spi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A name in a folder that says whether the process that took it still lives: by the file {@code name.lock} that it has locked,
 * and that the system lets go however the process ends. What a process leaves half done can be named after it and deleted
 * by the next. Thread-safe.
 *
 * @since 0.1
 */
public final class OwnerLock implements AutoCloseable {
  /** What the name of a lock's file ends with. */
  public static final String SUFFIX = ".lock";

  // Closing any channel of a file lets go all locks that this process has on it.
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final String name;
  private final @Nullable FileChannel channel;

  private OwnerLock(Path file, String name, @Nullable FileChannel channel) {
    this.file = file;
    this.name = name;
    this.channel = channel;
  }

  /**
   * Takes a new name in a folder, which must exist. Where the file system has no locks, nobody finds out that the process has
   * ended.
   */
  public static OwnerLock take(Path folder) throws IOException {
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    String name = HexFormat.of().formatHex(random);
    Path file = folder.toRealPath().resolve(name + SUFFIX);
    OURS.add(file);
    @Nullable FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new OwnerLock(file, name, isLocked(channel) ? channel : null);
    } catch (IOException e) {
      OURS.remove(file);
      throw e;
    } finally {
      if (channel != null && !channel.isOpen()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** What to do with what an ended process has left. */
  @FunctionalInterface
  public interface Cleaning {
    /** @param name that the process had taken */
    void clean(String name) throws IOException;
  }

  /**
   * Cleans up behind the processes that took a name in a folder and have ended.
   *
   * @return how many there were
   */
  public static int cleanUp(Path folder, Cleaning cleaning) throws IOException {
    return forEachEnded(folder, file -> {
      String name = file.getFileName().toString();
      cleaning.clean(name.substring(0, name.length() - SUFFIX.length()));
      Files.deleteIfExists(file);
    });
  }

  /** How many processes have taken a name in a folder and ended without giving it up. */
  public static int countEnded(Path folder) throws IOException {
    return forEachEnded(folder, file -> {});
  }

  /**
   * Whether somebody besides the caller, who may have taken one, has a name in a folder and has not ended. It is so when that
   * cannot be found out.
   */
  public static boolean isTakenByOthers(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        return false;
      }
      int taken = locks(folder.toRealPath()).size() - countEnded(folder);
      Path real = folder.toRealPath();
      boolean callers = OURS.stream().anyMatch(file -> real.equals(file.getParent()));
      return taken > (callers ? 1 : 0);
    } catch (IOException e) {
      return true;
    }
  }

  @FunctionalInterface
  private interface Use {
    void accept(Path file) throws IOException;
  }

  private static int forEachEnded(Path folder, Use use) throws IOException {
    int ended = 0;
    for (Path file : locks(folder.toRealPath())) {
      if (OURS.add(file)) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          FileLock lock = channel.tryLock();
          if (lock != null) {
            use.accept(file);
            ended++;
          }
        } catch (NoSuchFileException | OverlappingFileLockException e) {
          // its owner has just ended as it should, or another thread is at it
        } finally {
          OURS.remove(file);
        }
      }
    }
    return ended;
  }

  public String name() {
    return name;
  }

  /** Gives the name up: nothing is to be cleaned up. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The next process cleans up.
    } finally {
      OURS.remove(file);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return true;
      }
    } catch (IOException e) {
      // There are no locks here.
    }
    channel.close();
    return false;
  }

  private static List<Path> locks(Path folder) throws IOException {
    List<Path> locks = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      files.forEach(locks::add);
    }
    return locks;
  }
}
