package dev.treadle.graph;

import java.util.List;

/**
 * One call of a step.
 *
 * @param method the step method
 * @param inputs one for each parameter but the context, in the method's order, the receiver first
 * @param outputs what it publishes; empty for void steps
 * @param options what was said where it is called
 * @param after names of nodes that must have ended before, without a value from them
 */
public record StepNode(
    String name,
    MethodSpec method,
    List<InputSpec> inputs,
    List<OutputSpec> outputs,
    StepOptions options,
    List<String> after,
    Scope scope,
    SourceLocation location)
    implements Node {
  public StepNode {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    after = List.copyOf(after);
  }

  @Override
  public List<BindingSpec> bindings() {
    return inputs.stream().map(InputSpec::binding).toList();
  }

  @Override
  public StepNode unlocated() {
    return new StepNode(
        name, method, inputs, outputs, options, after, scope, SourceLocation.UNKNOWN);
  }
}
