package dev.treadle.cli.project;

import java.nio.file.Path;
import java.util.List;

/**
 * A pipeline and the class path that it runs on.
 *
 * @param directory where relative paths of its parameters start
 */
public record LaunchTarget(PipelineClass pipeline, List<Path> classPath, Path directory) {
  public LaunchTarget {
    classPath = List.copyOf(classPath);
  }
}
