package dev.treadle.graph;

import java.util.List;

/**
 * A condition; nodes with a guard of this branch run on one of its sides.
 *
 * @param condition a boolean
 */
public record BranchNode(String name, BindingSpec condition, Scope scope, SourceLocation location)
    implements Node {

  @Override
  public List<BindingSpec> bindings() {
    return List.of(condition);
  }

  @Override
  public BranchNode unlocated() {
    return new BranchNode(name, condition, scope, SourceLocation.UNKNOWN);
  }
}
