package dev.treadle.api;

/**
 * A pipeline: a public class with a public no-argument constructor, named after the class without {@code Pipeline} in
 * kebab case ({@code ChurnPipeline} is {@code churn}).
 *
 * <p>{@link #define} records steps and how they are wired; nothing runs in it. It may be called more than once and must
 * record the same graph for the same parameters.
 *
 * @param <P> the parameter record, bound from command line or file before {@code define} is called; {@link NoParams} when
 *     there are none
 * @since 0.1
 */
public interface Pipeline<P extends Record> {

  /** Records the pipeline's steps. */
  void define(PipelineBuilder p, P params);
}
