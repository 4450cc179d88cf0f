package dev.treadle.graph;

import java.util.List;

/** Where an input's value comes from. */
public sealed interface BindingSpec {

  /**
   * A literal.
   *
   * @param json its JSON text
   */
  record Literal(String json) implements BindingSpec {}

  /**
   * A secret, by reference only.
   *
   * @param reference such as {@code env:API_KEY}
   */
  record SecretReference(String reference) implements BindingSpec {}

  /**
   * An output of a step; inside a map, that of the same item. Of a step with several outputs {@link OutputSpec#RESULT} is
   * the record with all of them.
   */
  record Output(String node, String output) implements BindingSpec {}

  /** A component of a plain record: the whole is loaded and the accessor applied. */
  record Component(BindingSpec of, String accessor) implements BindingSpec {}

  /** The current item of a map. */
  record Item(String map) implements BindingSpec {}

  /** All results of a map as a list. */
  record Mapped(String map) implements BindingSpec {}

  /** Several values as a list. */
  record ListOf(List<BindingSpec> items) implements BindingSpec {
    public ListOf {
      items = List.copyOf(items);
    }
  }

  /** The result of the side that a branch has taken. */
  record Choice(String branch, BindingSpec whenTrue, BindingSpec whenFalse)
      implements BindingSpec {}

  /** A value opened only when asked for. */
  record Lazily(BindingSpec of) implements BindingSpec {}

  /** Data that stays where it is. */
  record External(String name, String uri) implements BindingSpec {}
}
