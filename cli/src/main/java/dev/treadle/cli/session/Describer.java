package dev.treadle.cli.session;

import dev.treadle.launch.PipelineDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has pipelines described by their own Treadle. */
@FunctionalInterface
public interface Describer {

  /**
   * What is to be described.
   *
   * @param directory the folder that relative paths start from
   * @param classes the pipelines' class names
   */
  record Question(
      Path directory,
      List<Path> classPath,
      List<String> classes,
      Map<String, String> params,
      @Nullable Path paramsFile) {
    public Question {
      classPath = List.copyOf(classPath);
      classes = List.copyOf(classes);
      params = Map.copyOf(params);
    }
  }

  /**
   * The descriptions in the order of the classes; a pipeline's own problems are in its description.
   *
   * @throws dev.treadle.error.TreadleException when there is no answer
   */
  List<PipelineDescription> describe(Session session, Question question);
}
