package dev.treadle.config;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.util.List;
import java.util.stream.Collectors;

/** Parameters do not fit a pipeline. The message has a line for each problem. */
public final class ParameterException extends TreadleException {
  private static final long serialVersionUID = 1L;

  private final transient List<ParameterProblem> problems;

  ParameterException(String pipeline, List<ParameterProblem> problems) {
    super(CoreProblem.PARAM_INVALID, message(pipeline, problems));
    this.problems = List.copyOf(problems);
  }

  public List<ParameterProblem> problems() {
    return problems;
  }

  private static String message(String pipeline, List<ParameterProblem> problems) {
    var width =
        problems.stream().mapToInt(problem -> problem.name().length()).max().orElse(0);
    return problems.stream()
        .map(problem -> "  " + problem.name()
            + " ".repeat(width - problem.name().length() + 3) + problem.message())
        .collect(Collectors.joining(
            "\n",
            "%d problem%s with the parameters of %s\n"
                .formatted(problems.size(), problems.size() == 1 ? "" : "s", pipeline),
            "\n  see: treadle pipeline params " + pipeline));
  }
}
