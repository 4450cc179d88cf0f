package dev.treadle.launch;

import dev.treadle.api.run.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a step that was tried. Nothing of it is recorded.
 *
 * @param run the number of the run whose results it read
 * @param step the step's label, {@code train} or {@code trial[3]}
 * @param inputs the artifact versions that it was given, as {@code name@7}
 * @param failure what it threw, null when it returned
 * @param metrics the last point of each
 * @param facts what it said of itself, each as JSON
 */
public record SpinResult(
    long run,
    String step,
    List<String> inputs,
    long tookMs,
    @Nullable Failure failure,
    List<SpinOutput> outputs,
    Map<String, Double> metrics,
    Map<String, String> facts) {
  private static final String KIND = "SpinResult";

  public SpinResult {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    metrics = Map.copyOf(metrics);
    facts = Map.copyOf(facts);
  }

  /** The result in a line of the event stream; empty when the line is something else. */
  public static Optional<SpinResult> read(String line) {
    return Crossing.read(line, KIND, "result", SpinResult.class);
  }

  String toJson() {
    return Crossing.write(KIND, "result", this);
  }
}
