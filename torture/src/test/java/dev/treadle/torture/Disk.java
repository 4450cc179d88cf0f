package dev.treadle.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a disk below a folder would still have after a power cut: of each file what was forced and, of what was written since,
 * whatever sectors chance chooses; of each folder the names that were there when it was synced, and some of the later ones.
 * Everything is done to the real folder too, so that it can be read as usual. From the call on at which the power is cut
 * nothing is done any more. Thread-safe.
 */
public final class Disk {
  private final Path root;
  private final Map<Path, DiskFile> names = new TreeMap<>();
  private final Map<Path, DiskFile> durableNames = new TreeMap<>();
  private final Set<Path> folders = new HashSet<>();
  private final Set<Path> durableFolders = new HashSet<>();
  private long calls;
  private long cutAt = Long.MAX_VALUE;

  /** A disk whose folder holds what it holds, durably. */
  public Disk(Path root) throws IOException {
    this.root = root.toRealPath();
    try (var found = Files.walk(this.root)) {
      for (Path path : found.toList()) {
        if (Files.isDirectory(path)) {
          folders.add(path);
        } else {
          names.put(path, DiskFile.of(Files.readAllBytes(path)));
        }
      }
    }
    durableNames.putAll(names);
    durableFolders.addAll(folders);
  }

  public Path root() {
    return root;
  }

  /** Cuts the power at the call after so many. */
  public synchronized void cutAfter(long successes) {
    cutAt = calls + successes + 1;
  }

  public synchronized boolean isCut() {
    return calls >= cutAt;
  }

  /** Calls so far. */
  public synchronized long calls() {
    return calls;
  }

  /** The file of a name, which is made if it is absent. */
  public synchronized DiskFile file(Path name) throws IOException {
    DiskFile known = names.get(name);
    if (known == null) {
      // Who makes or moves a file by himself has to see to it that it is durable.
      known = DiskFile.of(Files.exists(name) ? Files.readAllBytes(name) : new byte[0]);
      names.put(name, known);
      durableNames.put(name, known);
    }
    return known;
  }

  /** Does something for real, unless the power is cut. */
  public synchronized void call(Action action) throws IOException {
    if (++calls >= cutAt) {
      throw new IOException("The power is cut");
    }
    action.run();
  }

  public void create(Path name, Action action) throws IOException {
    call(() -> {
      action.run();
      names.put(name, DiskFile.of(new byte[0]));
    });
  }

  public void write(DiskFile file, ByteBuffer bytes, long position, Action action)
      throws IOException {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    call(() -> {
      action.run();
      file.write(position, copy);
    });
  }

  public void truncate(DiskFile file, long size, Action action) throws IOException {
    call(() -> {
      action.run();
      file.truncate(size);
    });
  }

  public void force(DiskFile file) throws IOException {
    call(file::force);
  }

  public void link(Path link, Path existing, Action action) throws IOException {
    call(() -> {
      action.run();
      names.put(link, file(existing));
    });
  }

  public void move(Path from, Path to, Action action) throws IOException {
    call(() -> {
      action.run();
      names.put(to, file(from));
      names.remove(from);
    });
  }

  public void delete(Path name, Action action) throws IOException {
    call(() -> {
      action.run();
      names.remove(name);
    });
  }

  public void createFolder(Path folder, Action action) throws IOException {
    call(() -> {
      action.run();
      folders.add(folder);
    });
  }

  public void syncFolder(Path folder) throws IOException {
    call(() -> {
      durableNames.keySet().removeIf(name -> folder.equals(name.getParent()));
      names.forEach((name, file) -> {
        if (folder.equals(name.getParent())) {
          durableNames.put(name, file);
        }
      });
      folders.stream()
          .filter(child -> folder.equals(child.getParent()))
          .forEach(durableFolders::add);
    });
  }

  /** Writes what has survived into another folder. */
  public synchronized void surviveIn(Path target, Random random) throws IOException {
    Set<Path> kept = new HashSet<>();
    List<Path> parentsFirst = new ArrayList<>(folders);
    parentsFirst.sort(Comparator.naturalOrder());
    for (Path folder : parentsFirst) {
      boolean has = folder.equals(root)
          || (kept.contains(folder.getParent())
              && (durableFolders.contains(folder) || random.nextBoolean()));
      if (has) {
        kept.add(folder);
        Files.createDirectories(moved(folder, target));
      }
    }
    // Files of one content are of one inode.
    Map<DiskFile, byte[]> contents = new java.util.IdentityHashMap<>();
    Set<Path> all = new java.util.TreeSet<>(names.keySet());
    all.addAll(durableNames.keySet());
    for (Path name : all) {
      DiskFile before = durableNames.get(name);
      DiskFile after = names.get(name);
      DiskFile chosen = before == after || random.nextBoolean() ? after : before;
      if (chosen != null && kept.contains(name.getParent())) {
        byte[] content = contents.computeIfAbsent(chosen, file -> file.survivor(random));
        Files.write(moved(name, target), content);
      }
    }
  }

  private Path moved(Path path, Path target) {
    return target.resolve(root.relativize(path).toString());
  }

  /** Something that is done to the real folder. */
  @FunctionalInterface
  public interface Action {
    void run() throws IOException;
  }
}
