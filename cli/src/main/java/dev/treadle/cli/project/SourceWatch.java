package dev.treadle.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices that what a pipeline is made of has changed: sources of modules that are compiled here, classes and jars of others.
 * It looks again and again, as notices of the system do not reach into containers and mounted folders.
 */
public final class SourceWatch {
  private static final int MILLIS_BETWEEN_LOOKS = 300;

  private final List<Path> roots;
  private Map<Path, Stamp> seen;

  private record Stamp(FileTime modified, long size) {}

  private SourceWatch(List<Path> roots) {
    this.roots = List.copyOf(roots);
    this.seen = look();
  }

  /**
   * Begins to watch.
   *
   * @param compiled whether the project is compiled before a run, so that its sources count and not its classes
   */
  public static SourceWatch of(LaunchTarget target, boolean compiled) {
    List<Path> roots = new ArrayList<>();
    for (Path entry : target.classPath()) {
      Path module =
          entry.endsWith(Path.of("target", "classes")) ? entry.resolve("../..").normalize() : entry;
      if (compiled && Files.isRegularFile(module.resolve("pom.xml"))) {
        roots.add(new MavenModule(module).sources());
        roots.add(new MavenModule(module).pom());
      } else {
        roots.add(entry);
      }
    }
    return new SourceWatch(roots);
  }

  /** Waits until something differs from the last time and has come to rest, and names one of the files. */
  public Path awaitChange() throws InterruptedException {
    while (true) {
      Thread.sleep(MILLIS_BETWEEN_LOOKS);
      Map<Path, Stamp> now = look();
      if (!now.equals(seen)) {
        Path changed = difference(seen, now);
        for (Map<Path, Stamp> next = null; !now.equals(next); next = look()) {
          now = next == null ? now : next;
          Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
        seen = now;
        return changed;
      }
    }
  }

  private static Path difference(Map<Path, Stamp> before, Map<Path, Stamp> now) {
    return now.entrySet().stream()
        .filter(file -> !file.getValue().equals(before.get(file.getKey())))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> before.keySet().stream()
            .filter(file -> !now.containsKey(file))
            .findFirst()
            .orElseThrow());
  }

  private Map<Path, Stamp> look() {
    Map<Path, Stamp> files = new HashMap<>();
    for (Path root : roots) {
      try {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot watch " + root, e);
      }
    }
    return files;
  }
}
