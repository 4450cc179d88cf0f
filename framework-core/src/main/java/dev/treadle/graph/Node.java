package dev.treadle.graph;

import java.util.List;

/** A node of a pipeline graph. */
public sealed interface Node permits StepNode, MapNode, BranchNode {

  /** Unique in the graph. */
  String name();

  /** The maps and branches around the node, outermost first. */
  Scope scope();

  /** Where the user's code made it. */
  SourceLocation location();

  /** What the node takes values from. */
  List<BindingSpec> bindings();

  /** The same as if nobody knew where it was made. */
  Node unlocated();
}
