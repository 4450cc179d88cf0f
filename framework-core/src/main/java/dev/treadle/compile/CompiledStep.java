package dev.treadle.compile;

import dev.treadle.api.Outputs;
import dev.treadle.graph.StepNode;
import java.lang.reflect.Method;
import java.util.List;

/**
 * A step ready to be called.
 *
 * @param takesContext whether the context comes before the inputs (after the receiver of a step class)
 * @param inputs in the order of the call; the receiver of a step class is the first
 * @param outputs one for each stored artifact; empty for void
 */
public record CompiledStep(
    StepNode node,
    Method method,
    boolean takesContext,
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

  /** Whether the returned record is stored component by component. */
  public boolean hasSeveralOutputs() {
    return Outputs.class.isAssignableFrom(method.getReturnType());
  }
}
