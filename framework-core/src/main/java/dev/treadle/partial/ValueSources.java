package dev.treadle.partial;

import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.MapNode;

/** What a value is made from. */
interface ValueSources {

  void output(BindingSpec.Output output);

  void map(String name);

  void branch(String name);

  /** Tells all that a binding takes values from, of a choice both sides. */
  static void visit(BindingSpec binding, GraphOrder order, ValueSources visitor) {
    if (binding instanceof BindingSpec.Output output) {
      visitor.output(output);
    } else if (binding instanceof BindingSpec.Component component) {
      visit(component.of(), order, visitor);
    } else if (binding instanceof BindingSpec.Lazily lazily) {
      visit(lazily.of(), order, visitor);
    } else if (binding instanceof BindingSpec.ListOf list) {
      list.items().forEach(item -> visit(item, order, visitor));
    } else if (binding instanceof BindingSpec.Item item) {
      visitor.map(item.map());
    } else if (binding instanceof BindingSpec.Mapped mapped) {
      visitor.map(mapped.map());
      visit(((MapNode) order.node(mapped.map())).result(), order, visitor);
    } else if (binding instanceof BindingSpec.Choice choice) {
      visitor.branch(choice.branch());
      visit(choice.whenTrue(), order, visitor);
      visit(choice.whenFalse(), order, visitor);
    }
  }
}
