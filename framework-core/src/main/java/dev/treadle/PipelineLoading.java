package dev.treadle;

import dev.treadle.api.Pipeline;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.config.ParameterBinder;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes pipelines of class names and binds their parameters. */
final class PipelineLoading {
  private PipelineLoading() {}

  /**
   * Makes an instance.
   *
   * @throws TreadleException RUN-204 when the class is not a usable pipeline
   */
  static Pipeline<?> create(String className, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(className, true, loader);
      dev.treadle.compile.PipelineClass.fault(type).ifPresent(problem -> {
        throw new TreadleException(problem.code(), problem.message() + " " + problem.fix());
      });
      return (Pipeline<?>) type.getConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      throw new TreadleException(
          CoreProblem.RUN_NO_PIPELINE, "There is no class " + className + " on the class path", e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new TreadleException(
          CoreProblem.RUN_PIPELINE_CLASS,
          "Pipeline class " + className + " cannot be made: " + e,
          e);
    }
  }

  /** That of the thread, which in a JVM of ours has the project's classes. */
  static ClassLoader loader() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader == null ? PipelineLoading.class.getClassLoader() : loader;
  }

  /** Binds parameters over those of an earlier run. */
  static <P extends Record> P bind(
      String pipeline, Class<P> type, PipelineRun before, Map<String, String> params) {
    return new ParameterBinder<>(pipeline, type)
        .bind(params, "run " + before.number() + ".json", before.paramsJson())
        .record();
  }

  /**
   * Binds parameters that are given as text, and those of a file in the project or elsewhere.
   *
   * @throws TreadleException PARAM-110 with everything that does not fit
   */
  static <P extends Record> P bind(
      String pipeline,
      Class<P> type,
      String project,
      Map<String, String> params,
      @Nullable String paramsFile) {
    ParameterBinder<P> binder = new ParameterBinder<>(pipeline, type);
    if (paramsFile == null) {
      return binder.bind(params).record();
    }
    Path file = Path.of(project).resolve(paramsFile);
    try {
      return binder
          .bind(params, file.getFileName().toString(), Files.readString(file))
          .record();
    } catch (IOException e) {
      throw new TreadleException(
          CoreProblem.PARAM_INVALID,
          "Cannot read the parameter file " + file + ": " + e.getMessage(),
          e);
    }
  }
}
