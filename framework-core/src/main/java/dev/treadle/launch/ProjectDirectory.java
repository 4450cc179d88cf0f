package dev.treadle.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what belongs to a directory by looking upwards from it. */
public final class ProjectDirectory {
  private static final String SETTINGS = "treadle.yaml";
  private static final String POM = "pom.xml";

  private final Path start;

  public ProjectDirectory(Path start) {
    this.start = start.toAbsolutePath().normalize();
  }

  public Path start() {
    return start;
  }

  /** The nearest directory with a treadle.yaml: the project's store lies beside it. */
  public Optional<Path> settings() {
    return upwards().filter(directory -> has(directory, SETTINGS)).findFirst();
  }

  /** The nearest directory with a pom.xml: its pipelines, and those of modules below, can be run. */
  public Optional<Path> module() {
    return upwards().filter(directory -> has(directory, POM)).findFirst();
  }

  /** The uppermost directory of an unbroken chain of poms: Maven runs there, so that modules see each other. */
  public Optional<Path> reactor() {
    return module().map(nearest -> {
      Path root = nearest;
      for (Path up = root.getParent(); up != null && has(up, POM); up = up.getParent()) {
        root = up;
      }
      return root;
    });
  }

  private Stream<Path> upwards() {
    return Stream.iterate(start, directory -> directory != null, Path::getParent);
  }

  private static boolean has(Path directory, String file) {
    return Files.isRegularFile(directory.resolve(file));
  }
}
