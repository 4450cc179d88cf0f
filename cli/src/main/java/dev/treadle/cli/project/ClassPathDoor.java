package dev.treadle.cli.project;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Pipelines that are built already: a jar (fat, or thin with a Class-Path), a directory of jars, or a class path. */
public final class ClassPathDoor {
  private ClassPathDoor() {}

  /** A jar, or a directory of jars. */
  public static LaunchTarget jar(Path jar, String pipeline, Path directory) {
    return target(jars(jar), pipeline, directory);
  }

  /** All pipelines in a jar, or a directory of jars. */
  public static List<LaunchTarget> jar(Path jar, Path directory) {
    return all(jars(jar), directory);
  }

  /** Entries divided as by {@code java -cp}; {@code lib/*} stands for the jars in lib. */
  public static LaunchTarget classPath(String text, String pipeline, Path directory) {
    return target(entries(text, directory), pipeline, directory);
  }

  /** All pipelines in entries divided as by {@code java -cp}. */
  public static List<LaunchTarget> classPath(String text, Path directory) {
    return all(entries(text, directory), directory);
  }

  private static List<Path> jars(Path jar) {
    return absolute(Files.isDirectory(jar) ? jarsIn(jar) : List.of(existing(jar)));
  }

  private static List<Path> entries(String text, Path directory) {
    List<Path> entries = new ArrayList<>();
    for (String entry : text.split(File.pathSeparator, -1)) {
      if (entry.endsWith("*")) {
        entries.addAll(jarsIn(directory.resolve(entry.substring(0, entry.length() - 1))));
      } else if (!entry.isEmpty()) {
        // As for java itself, an entry may be missing; where nothing is found, the error says so.
        entries.add(directory.resolve(entry));
      }
    }
    return absolute(entries);
  }

  private static List<Path> absolute(List<Path> entries) {
    return entries.stream().map(entry -> entry.toAbsolutePath().normalize()).toList();
  }

  private static LaunchTarget target(List<Path> entries, String pipeline, Path directory) {
    return new LaunchTarget(PipelineIndex.find(entries, pipeline, directory), entries, directory);
  }

  private static List<LaunchTarget> all(List<Path> entries, Path directory) {
    return PipelineIndex.of(entries).pipelines().stream()
        .map(pipeline -> new LaunchTarget(pipeline, entries, directory))
        .toList();
  }

  private static Path existing(Path entry) {
    if (!Files.exists(entry)) {
      throw new TreadleException(CliProblem.UNREADABLE_CLASSES, "There is no " + entry);
    }
    return entry;
  }

  private static List<Path> jarsIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the jars in " + directory, e);
    }
  }
}
