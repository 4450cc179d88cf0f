package dev.treadle.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what belongs to a directory by looking upwards from it. */
public final class ProjectDirectory {
  private static final String SETTINGS = "treadle.yaml";
  private static final String POM = "pom.xml";
  private static final Pattern PROFILES = Pattern.compile("(?s)<profiles>.*?</profiles>");
  private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<]*?)\\s*</module>");

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

  /**
   * The uppermost directory whose pom.xml has the module among its own, directly or through others: Maven runs there, so that
   * modules see each other. A project that only lies in the folder of another is none of its modules, nor is one that only a
   * profile adds.
   */
  public Optional<Path> reactor() {
    return module().map(nearest -> {
      Path root = nearest;
      for (Path up = root.getParent(); up != null; up = up.getParent()) {
        if (has(up, POM) && names(up, root)) {
          root = up;
        }
      }
      return root;
    });
  }

  /** Reads the pom as text: an XML parser would be the slowest part of most commands. */
  private static boolean names(Path parent, Path module) {
    try {
      String pom = new String(Files.readAllBytes(parent.resolve(POM)), StandardCharsets.UTF_8);
      return MODULE
          .matcher(PROFILES.matcher(pom).replaceAll(""))
          .results()
          .map(found -> parent.resolve(found.group(1)).normalize())
          .anyMatch(path -> path.equals(module) || path.equals(module.resolve(POM)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + parent.resolve(POM), e);
    }
  }

  private Stream<Path> upwards() {
    return Stream.iterate(start, directory -> directory != null, Path::getParent);
  }

  private static boolean has(Path directory, String file) {
    return Files.isRegularFile(directory.resolve(file));
  }
}
