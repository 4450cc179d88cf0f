package dev.treadle.run.task;

import dev.treadle.api.data.Secret;
import dev.treadle.api.run.StepStatus;
import dev.treadle.compile.CompiledInput;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.compile.CompiledStep;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import dev.treadle.graph.OutputSpec;
import dev.treadle.run.value.ExternalData;
import dev.treadle.run.value.InputValue;
import dev.treadle.run.value.Produced;
import dev.treadle.run.value.ValueStore;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What the nodes of one run have given so far, and how bindings find it. Thread-safe. */
public final class RunValues {
  private record Place(String node, int mapIndex) {}

  private final Map<String, Node> nodes;
  private final Map<Place, StepResult> results = new ConcurrentHashMap<>();
  private final Map<Place, Boolean> conditions = new ConcurrentHashMap<>();
  private final Map<String, List<InputValue>> items = new ConcurrentHashMap<>();
  private final ValueStore values;
  private final ExternalData external;
  private final Function<String, Class<?>> returnType;

  /**
   * @param returnType what a step's method returns, by node
   */
  RunValues(
      Map<String, Node> nodes,
      ValueStore values,
      ExternalData external,
      Function<String, Class<?>> returnType) {
    this.nodes = nodes;
    this.values = values;
    this.external = external;
    this.returnType = returnType;
  }

  /** Those of a run of the pipeline, none yet. */
  public static RunValues of(CompiledPipeline pipeline, ValueStore values, ExternalData external) {
    Map<String, Node> nodes = new HashMap<>();
    pipeline.graph().nodes().forEach(node -> nodes.put(node.name(), node));
    return new RunValues(
        nodes,
        values,
        external,
        node -> pipeline.step(node).orElseThrow().method().getReturnType());
  }

  public void put(Task task, StepResult result) {
    results.put(new Place(task.node().name(), task.mapIndex()), result);
  }

  public void putCondition(Task branch, boolean condition) {
    conditions.put(new Place(branch.node().name(), branch.mapIndex()), condition);
  }

  public void putItems(String map, List<InputValue> list) {
    items.put(map, list);
  }

  /** How many items a map has; 0 while they are not known. */
  public int items(String map) {
    return items.getOrDefault(map, List.of()).size();
  }

  /** The condition of a branch; empty when it could not be found out. */
  public Optional<Boolean> condition(String branch, int mapIndex) {
    return Optional.ofNullable(conditions.get(placeOf(branch, mapIndex)));
  }

  /** What a branch depends on, for its reader: the step that gives the condition. */
  String decider(String branch) {
    BindingSpec condition = Objects.requireNonNull(nodes.get(branch)).bindings().get(0);
    return condition instanceof BindingSpec.Output output
            && output.output().equals(OutputSpec.RESULT)
        ? output.node()
        : branch;
  }

  /**
   * Whether the value cannot be had: NOT_RUN when something it needs failed or did not run, else SKIPPED when something it
   * needs was skipped.
   */
  Optional<StepStatus> obstacle(BindingSpec binding, int mapIndex) {
    if (binding instanceof BindingSpec.Output output) {
      return obstacle(output.node(), mapIndex);
    } else if (binding instanceof BindingSpec.Component component) {
      return obstacle(component.of(), mapIndex);
    } else if (binding instanceof BindingSpec.Lazily lazily) {
      return obstacle(lazily.of(), mapIndex);
    } else if (binding instanceof BindingSpec.ListOf list) {
      return list.items().stream()
          .flatMap(item -> obstacle(item, mapIndex).stream())
          .max(RunValues::worse);
    } else if (binding instanceof BindingSpec.Choice choice) {
      Optional<StepStatus> branch = obstacle(choice.branch(), mapIndex);
      return branch.isPresent() ? branch : obstacle(taken(choice, mapIndex), mapIndex);
    } else if (binding instanceof BindingSpec.Mapped mapped) {
      return obstacle(mapped.map(), -1).or(() -> obstacleOfItems(mapped));
    }
    return Optional.empty();
  }

  /** The inputs of a step that has no obstacle, each as the step gets it. */
  public List<InputValue> inputs(CompiledStep step, int mapIndex) {
    List<InputValue> inputs = new ArrayList<>(step.inputs().size());
    for (CompiledInput input : step.inputs()) {
      InputValue value = resolve(input.binding(), input.type(), mapIndex);
      inputs.add(input.lazy() ? new InputValue.LazyInput(value) : value);
    }
    return inputs;
  }

  /** What is found for a binding that has no obstacle. */
  public InputValue resolve(BindingSpec binding, Type type, int mapIndex) {
    if (binding instanceof BindingSpec.Literal literal) {
      return new InputValue.Literal(literal.json(), type);
    } else if (binding instanceof BindingSpec.SecretReference secret) {
      return new InputValue.SecretInput(Secret.parse(secret.reference()));
    } else if (binding instanceof BindingSpec.Output output) {
      StepResult result =
          Objects.requireNonNull(results.get(placeOf(output.node(), mapIndex)), output.node());
      return output(output, result);
    } else if (binding instanceof BindingSpec.Component component) {
      return new InputValue.Component(
          resolve(component.of(), type, mapIndex), component.accessor());
    } else if (binding instanceof BindingSpec.Item item) {
      return Objects.requireNonNull(items.get(item.map()), item.map()).get(mapIndex);
    } else if (binding instanceof BindingSpec.Mapped mapped) {
      return new InputValue.ListOf(resolveItems(mapped, type));
    } else if (binding instanceof BindingSpec.ListOf list) {
      return new InputValue.ListOf(
          list.items().stream().map(item -> resolve(item, type, mapIndex)).toList());
    } else if (binding instanceof BindingSpec.Choice choice) {
      return resolve(taken(choice, mapIndex), type, mapIndex);
    } else if (binding instanceof BindingSpec.Lazily lazily) {
      return new InputValue.LazyInput(resolve(lazily.of(), type, mapIndex));
    }
    BindingSpec.External pinned = (BindingSpec.External) binding;
    return external.pin(pinned.name(), URI.create(pinned.uri()));
  }

  private InputValue output(BindingSpec.Output output, StepResult result) {
    Produced produced = result.outputs().get(output.output());
    if (produced != null) {
      return new InputValue.Version(produced, values);
    }
    Map<String, InputValue> components = new LinkedHashMap<>();
    result
        .outputs()
        .forEach((name, each) -> components.put(name, new InputValue.Version(each, values)));
    return new InputValue.Bundle(returnType.apply(output.node()), components);
  }

  private Optional<StepStatus> obstacle(String node, int mapIndex) {
    StepResult result = results.get(placeOf(node, mapIndex));
    if (result == null || result.status().hasOutputs()) {
      return Optional.empty();
    }
    return Optional.of(
        result.status() == StepStatus.SKIPPED ? StepStatus.SKIPPED : StepStatus.NOT_RUN);
  }

  private Optional<StepStatus> obstacleOfItems(BindingSpec.Mapped mapped) {
    BindingSpec result = resultOf(mapped);
    for (int i = 0; i < items.getOrDefault(mapped.map(), List.of()).size(); i++) {
      if (obstacle(result, i).filter(status -> status == StepStatus.NOT_RUN).isPresent()) {
        return Optional.of(StepStatus.NOT_RUN);
      }
    }
    return Optional.empty();
  }

  /** The results of a map's items in their order; items whose result was skipped are left out. */
  private List<InputValue> resolveItems(BindingSpec.Mapped mapped, Type type) {
    BindingSpec result = resultOf(mapped);
    List<InputValue> list = new ArrayList<>();
    for (int i = 0; i < Objects.requireNonNull(items.get(mapped.map())).size(); i++) {
      if (obstacle(result, i).isEmpty()) {
        list.add(resolve(result, type, i));
      }
    }
    return list;
  }

  private BindingSpec resultOf(BindingSpec.Mapped mapped) {
    return ((MapNode) Objects.requireNonNull(nodes.get(mapped.map()), mapped.map())).result();
  }

  private BindingSpec taken(BindingSpec.Choice choice, int mapIndex) {
    boolean condition = condition(choice.branch(), mapIndex)
        .orElseThrow(() ->
            new IllegalStateException("Branch '" + choice.branch() + "' has no condition yet"));
    return condition ? choice.whenTrue() : choice.whenFalse();
  }

  /** A node of a map's body has a place for each item, every other node has one. */
  private Place placeOf(String node, int mapIndex) {
    boolean inMap = Objects.requireNonNull(nodes.get(node), node).scope().map().isPresent();
    return new Place(node, inMap ? mapIndex : -1);
  }

  private static int worse(StepStatus a, StepStatus b) {
    return Boolean.compare(a == StepStatus.NOT_RUN, b == StepStatus.NOT_RUN);
  }
}
