package dev.treadle.graph;

import dev.treadle.graph.BindingSpec.Choice;
import dev.treadle.graph.BindingSpec.Component;
import dev.treadle.graph.BindingSpec.Item;
import dev.treadle.graph.BindingSpec.Lazily;
import dev.treadle.graph.BindingSpec.ListOf;
import dev.treadle.graph.BindingSpec.Mapped;
import dev.treadle.graph.BindingSpec.Output;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Walks over bindings. */
public final class Bindings {

  private Bindings() {}

  /** Tells every node that the binding takes a value from, a map's own name for its item included. */
  public static void forEachNode(BindingSpec binding, Consumer<String> node) {
    if (binding instanceof Output output) {
      node.accept(output.node());
    } else if (binding instanceof Component component) {
      forEachNode(component.of(), node);
    } else if (binding instanceof Item item) {
      node.accept(item.map());
    } else if (binding instanceof Mapped mapped) {
      node.accept(mapped.map());
    } else if (binding instanceof ListOf list) {
      list.items().forEach(item -> forEachNode(item, node));
    } else if (binding instanceof Choice choice) {
      node.accept(choice.branch());
      forEachNode(choice.whenTrue(), node);
      forEachNode(choice.whenFalse(), node);
    } else if (binding instanceof Lazily lazily) {
      forEachNode(lazily.of(), node);
    }
  }

  static BindingSpec rename(BindingSpec binding, UnaryOperator<String> names) {
    if (binding instanceof Output output) {
      return new Output(names.apply(output.node()), output.output());
    }
    if (binding instanceof Component component) {
      return new Component(rename(component.of(), names), component.accessor());
    }
    if (binding instanceof Item item) {
      return new Item(names.apply(item.map()));
    }
    if (binding instanceof Mapped mapped) {
      return new Mapped(names.apply(mapped.map()));
    }
    if (binding instanceof ListOf list) {
      return new ListOf(list.items().stream().map(item -> rename(item, names)).toList());
    }
    if (binding instanceof Choice choice) {
      return new Choice(
          names.apply(choice.branch()),
          rename(choice.whenTrue(), names),
          rename(choice.whenFalse(), names));
    }
    return binding instanceof Lazily lazily ? new Lazily(rename(lazily.of(), names)) : binding;
  }

  static Scope.Frame rename(Scope.Frame frame, UnaryOperator<String> names) {
    if (frame instanceof Scope.InMap map) {
      return new Scope.InMap(names.apply(map.map()));
    }
    var guard = (Scope.Guard) frame;
    return new Scope.Guard(names.apply(guard.branch()), guard.expected());
  }
}
