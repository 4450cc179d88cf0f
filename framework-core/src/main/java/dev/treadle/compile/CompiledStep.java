package dev.treadle.compile;

import dev.treadle.api.Outputs;
import dev.treadle.graph.StepNode;
import java.lang.reflect.Method;
import java.util.List;

/**
 * A step ready to be called.
 *
 * @param code what is called; the method, unless it was replaced
 * @param inputs in the order of the call; the receiver of a step class is the first
 * @param outputs one for each stored artifact; empty for void
 */
public record CompiledStep(
    StepNode node,
    Method method,
    StepCode code,
    List<CompiledInput> inputs,
    List<CompiledOutput> outputs,
    EffectiveOptions options) {
  public CompiledStep {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  public String name() {
    return node.name();
  }

  /** The step with other code, never taken from the cache, whose keys know only the method. */
  CompiledStep replacedBy(StepCode other) {
    return new CompiledStep(node, method, other, inputs, outputs, options.ofReplaced());
  }

  /** Whether the returned record is stored component by component. */
  public boolean hasSeveralOutputs() {
    return Outputs.class.isAssignableFrom(method.getReturnType());
  }
}
