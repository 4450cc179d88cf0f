package dev.treadle.graph;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline's {@code define} has recorded.
 *
 * @param graph the nodes that could be recorded; to be used only if there are no findings
 * @param signatures of all methods in the graph
 * @param findings the mistakes that were seen while recording
 * @param failure what {@code define} threw
 * @param start the first recorded line of the pipeline class
 */
public record Recording(
    PipelineGraph graph,
    Map<MethodSpec, StepSignature> signatures,
    Findings findings,
    @Nullable Throwable failure,
    SourceLocation start) {
  public Recording {
    signatures = Map.copyOf(signatures);
  }
}
