package dev.treadle.launch;

import java.util.function.Consumer;

/** Compiles pipelines without running them. {@link DescribeMain} finds the one of its class path. */
@FunctionalInterface
public interface PipelineDescriber {

  /** Describes the pipelines in their order. What is wrong with one is in its description; nothing is thrown for it. */
  void describe(DescribeRequest request, Consumer<PipelineDescription> listener);
}
