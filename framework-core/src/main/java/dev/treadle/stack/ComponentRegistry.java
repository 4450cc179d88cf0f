package dev.treadle.stack;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.json.Json;
import dev.treadle.spi.ComponentContext;
import dev.treadle.spi.ComponentFactory;
import dev.treadle.spi.ComponentKind;
import dev.treadle.spi.StackComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The component factories of a class path. */
public final class ComponentRegistry {
  private final List<ComponentFactory<?>> factories;

  ComponentRegistry(List<ComponentFactory<?>> factories) {
    this.factories = List.copyOf(factories);
  }

  /** The factories that the loader finds. */
  public static ComponentRegistry load(ClassLoader loader) {
    List<ComponentFactory<?>> found = new ArrayList<>();
    ServiceLoader.load(ComponentFactory.class, loader).forEach(found::add);
    return new ComponentRegistry(found);
  }

  /**
   * Makes the component of a kind in the stack that every project has from the start.
   *
   * @throws TreadleException STACK-300 when no embedded flavor, or more than one, is on the class path
   */
  public <C extends StackComponent> C createEmbedded(
      ComponentKind kind, Class<C> type, ComponentContext context) {
    List<ComponentFactory<?>> embedded = factories.stream()
        .filter(f -> f.kind() == kind && f.embedded())
        .collect(Collectors.toList());
    if (embedded.size() != 1) {
      throw new TreadleException(
          CoreProblem.STACK_MISSING_COMPONENT,
          "The default stack needs one " + kind.key() + " on the class path and found "
              + (embedded.isEmpty() ? "none" : flavors(embedded))
              + "; depend on dev.treadle:treadle, which brings what a laptop needs");
    }
    return type.cast(create(embedded.get(0), context));
  }

  private static <S extends Record> StackComponent create(
      ComponentFactory<S> factory, ComponentContext context) {
    return factory.create(Json.read("{}", factory.settings()), context);
  }

  private static String flavors(List<ComponentFactory<?>> factories) {
    return factories.stream()
        .map(ComponentFactory::flavor)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
