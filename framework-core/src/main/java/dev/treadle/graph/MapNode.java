package dev.treadle.graph;

import java.util.List;

/**
 * A run-time fan-out. The nodes whose scope names this map run once for each item.
 *
 * @param items the list
 * @param result what the body returned, taken from each item's nodes
 * @param maxParallel how many items run at once at most; 0: no limit of its own
 */
public record MapNode(
    String name,
    BindingSpec items,
    BindingSpec result,
    int maxParallel,
    Scope scope,
    SourceLocation location)
    implements Node {

  @Override
  public List<BindingSpec> bindings() {
    return List.of(items);
  }

  @Override
  public MapNode unlocated() {
    return new MapNode(name, items, result, maxParallel, scope, SourceLocation.UNKNOWN);
  }
}
