package dev.treadle.api;

/**
 * The steps of another pipeline inside this one, their names prefixed.
 *
 * @since 0.1
 */
public interface IncludedPipeline {

  /**
   * The result of an included step.
   *
   * @param step the step's name in its own pipeline
   * @param type its raw type; type and name are checked when the pipeline is compiled
   */
  <T> Artifact<T> output(String step, Class<? super T> type);
}
