package dev.treadle.launch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as it is defined, as it crosses from one JVM to the other.
 *
 * @param pipelineClass the class's binary name
 * @param name the pipeline's name
 * @param parameters in the order of the record; empty also when the record is not known
 * @param graph the JSON of the graph, null when there are problems
 * @param problems what keeps it from running with the parameters given
 * @param warnings what is allowed and probably not meant
 * @param error the problems as one error, null when there are none
 */
public record PipelineDescription(
    String pipelineClass,
    String name,
    List<Parameter> parameters,
    @Nullable String graph,
    List<Finding> problems,
    List<Finding> warnings,
    @Nullable LaunchError error) {
  private static final String KIND = "PipelineDescription";

  /**
   * One parameter.
   *
   * @param name dotted inside records
   * @param defaultValue null when there is none
   */
  public record Parameter(
      String name,
      String type,
      @Nullable String defaultValue,
      boolean required,
      String description) {}

  /**
   * One problem or warning.
   *
   * @param places where, in the user's source; may be empty
   * @param fix empty when the message says it
   */
  public record Finding(String code, String message, List<String> places, String fix) {
    public Finding {
      places = List.copyOf(places);
    }
  }

  public PipelineDescription {
    parameters = List.copyOf(parameters);
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** The description in a line of the event stream; empty when the line is something else. */
  public static Optional<PipelineDescription> read(String line) {
    return Crossing.read(line, KIND, "pipeline", PipelineDescription.class);
  }

  String toJson() {
    return Crossing.write(KIND, "pipeline", this);
  }
}
