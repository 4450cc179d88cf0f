package dev.treadle.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline cannot be run as it is defined. Holds all problems; the code is that of the first.
 *
 * @since 0.1
 */
public final class PipelineDefinitionException extends TreadleException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * Words the message from the problems.
   *
   * @param pipeline the pipeline's name
   * @param where the pipeline's place in the source, such as {@code ChurnPipeline.java:18}
   * @param problems at least one
   * @param cause what the pipeline's own code threw
   */
  public PipelineDefinitionException(
      String pipeline, String where, List<Problem> problems, @Nullable Throwable cause) {
    super(
        problems.get(0).code(),
        "%s in pipeline '%s' (%s):\n\n%s"
            .formatted(Problem.count(problems), pipeline, where, Problem.numbered(problems)),
        cause);
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of the text. */
  public List<Problem> problems() {
    return problems;
  }
}
