package dev.treadle.graph;

import dev.treadle.api.data.Lazy;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The Java types of bound values. Empty where a step is unknown or the value has no type of its own. */
public final class BindingTypes {

  /** The nodes that bindings name. */
  public interface Nodes {
    Optional<StepSignature> step(String name);

    Optional<BindingSpec> itemsOf(String map);

    Optional<BindingSpec> resultOf(String map);
  }

  private final Nodes nodes;

  public BindingTypes(Nodes nodes) {
    this.nodes = nodes;
  }

  public Optional<Type> of(BindingSpec binding) {
    if (binding instanceof BindingSpec.Output output) {
      return nodes.step(output.node()).flatMap(step -> of(step, output.output()));
    }
    if (binding instanceof BindingSpec.Component component) {
      return of(component.of()).flatMap(type -> component(type, component.accessor()));
    }
    if (binding instanceof BindingSpec.Item item) {
      return nodes.itemsOf(item.map()).flatMap(this::of).flatMap(GenericTypes::itemOf);
    }
    if (binding instanceof BindingSpec.Mapped mapped) {
      return nodes.resultOf(mapped.map()).flatMap(this::of).map(GenericTypes::listOf);
    }
    if (binding instanceof BindingSpec.ListOf list) {
      return common(list.items()).map(GenericTypes::listOf);
    }
    if (binding instanceof BindingSpec.Choice choice) {
      return common(List.of(choice.whenTrue(), choice.whenFalse()));
    }
    if (binding instanceof BindingSpec.Lazily lazily) {
      return of(lazily.of())
          .map(type -> GenericTypes.parameterized(Lazy.class, GenericTypes.boxed(type)));
    }
    return binding instanceof BindingSpec.External ? Optional.of(Path.class) : Optional.empty();
  }

  private static Optional<Type> of(StepSignature step, String output) {
    return output.equals(OutputSpec.RESULT)
        ? Optional.of(step.result())
        : step.output(output).map(StepSignature.Output::type);
  }

  private static Optional<Type> component(Type record, String name) {
    var raw = GenericTypes.raw(record);
    return raw.isRecord()
        ? Arrays.stream(raw.getRecordComponents())
            .filter(component -> component.getName().equals(name))
            .map(component -> GenericTypes.component(record, component))
            .findFirst()
        : Optional.empty();
  }

  /** One of the types that all others are assignable to. */
  private Optional<Type> common(List<BindingSpec> bindings) {
    var types = bindings.stream().flatMap(b -> of(b).stream()).distinct().toList();
    return types.stream()
        .filter(to -> types.stream().allMatch(from -> TypeAssignability.isAssignable(from, to)))
        .findFirst();
  }
}
