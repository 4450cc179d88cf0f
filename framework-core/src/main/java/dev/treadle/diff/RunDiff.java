package dev.treadle.diff;

import dev.treadle.api.diff.ChangeKind;
import dev.treadle.api.diff.ValueChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two runs compared in all that is stored of them.
 *
 * @param format the version of this form
 * @param graph nodes that came, went or changed; where they stand in the source does not count
 * @param code steps of both runs whose code differs
 * @param artifacts outputs that differ
 * @param sameArtifacts how many outputs are the same
 */
public record RunDiff(
    int format,
    ComparedRun base,
    ComparedRun other,
    List<NodeChange> graph,
    List<ValueChange> params,
    List<StepCode> code,
    List<ValueChange> environment,
    List<OutputChange> artifacts,
    long sameArtifacts) {

  public static final int FORMAT = 1;

  public RunDiff {
    graph = List.copyOf(graph);
    params = List.copyOf(params);
    code = List.copyOf(code);
    environment = List.copyOf(environment);
    artifacts = List.copyOf(artifacts);
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return graph.isEmpty()
        && params.isEmpty()
        && code.isEmpty()
        && environment.isEmpty()
        && artifacts.isEmpty();
  }

  /**
   * A node of the graph.
   *
   * @param parts what changed in it; none when it came or went
   */
  public record NodeChange(String node, ChangeKind kind, List<ValueChange> parts) {
    public NodeChange {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The code of a step.
   *
   * @param change such as {@code Steps.scale changed}
   */
  public record StepCode(String step, String change) {}

  /**
   * An output of a step.
   *
   * @param base the version in the base, such as {@code penguins/train@1}; null when added
   * @param other the version in the other; null when removed
   * @param summary what differs in one line; empty when it came or went
   */
  public record OutputChange(
      String step,
      String output,
      ChangeKind kind,
      @Nullable String base,
      @Nullable String other,
      String summary) {}
}
