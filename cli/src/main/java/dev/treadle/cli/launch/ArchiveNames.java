package dev.treadle.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * What jars hold: the folders of their packages, and their other files by name. With that it is known whether a directory
 * could stand before or behind them alike.
 */
record ArchiveNames(Set<String> names) {
  private static final String META = "META-INF/";

  /** Those that were written beside an archive. */
  static ArchiveNames read(Path archive) throws IOException {
    return new ArchiveNames(new HashSet<>(Files.readAllLines(beside(archive))));
  }

  static ArchiveNames of(List<Path> jars) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path jar : jars) {
      try (JarFile file = new JarFile(jar.toFile())) {
        file.stream()
            .map(ZipEntry::getName)
            .filter(name -> !name.endsWith("/"))
            .forEach(name -> names.add(key(name)));
      }
    }
    return new ArchiveNames(names);
  }

  void write(Path file) throws IOException {
    Files.write(file, names);
  }

  static Path beside(Path archive) {
    return archive.resolveSibling(archive.getFileName() + ".names");
  }

  /** Whether something in the directories is, or may be, in a jar, too. */
  boolean conflict(List<Path> directories) throws IOException {
    for (Path directory : directories) {
      try (Stream<Path> files = Files.walk(directory)) {
        if (files
            .filter(Files::isRegularFile)
            .map(file -> directory.relativize(file).toString().replace('\\', '/'))
            .anyMatch(this::holds)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Files that everybody has are found in all places, or of no interest. */
  private boolean holds(String file) {
    return !file.startsWith(META + "services/")
        && !file.startsWith(META + "maven/")
        && !file.equals(META + "MANIFEST.MF")
        && names.contains(key(file));
  }

  private static String key(String file) {
    int slash = file.lastIndexOf('/');
    boolean alone = slash < 0 || (file.startsWith(META) && !file.endsWith(".class"));
    return alone ? file : file.substring(0, slash + 1);
  }
}
