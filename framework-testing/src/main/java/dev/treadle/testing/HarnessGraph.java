package dev.treadle.testing;

import dev.treadle.graph.PipelineGraph;
import org.assertj.core.api.AssertProvider;

/**
 * A pipeline's graph, for {@code assertThat(graph)}.
 *
 * @since 0.1
 */
public record HarnessGraph(PipelineGraph graph) implements AssertProvider<GraphAssert> {

  @Override
  public GraphAssert assertThat() {
    return new GraphAssert(graph);
  }
}
