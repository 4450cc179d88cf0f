package dev.treadle.compile;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.BindingSpec.Choice;
import dev.treadle.graph.BindingSpec.Component;
import dev.treadle.graph.BindingSpec.Lazily;
import dev.treadle.graph.BindingSpec.ListOf;
import dev.treadle.graph.BindingSpec.Output;
import dev.treadle.graph.Findings;
import dev.treadle.graph.GenericTypes;
import dev.treadle.graph.MapNode;
import java.util.List;
import java.util.stream.Stream;

/** A bundle of outputs is stored in parts only, so that nothing can take it as one value. */
final class WholeOutputsRule implements GraphRule {

  @Override
  public void check(Draft draft, Findings findings) {
    if (draft.uses().stream().noneMatch(use -> use.signature().hasSeveralOutputs())) {
      return;
    }
    var nodes = draft.graph().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      int index = i;
      var node = nodes.get(i);
      var bindings = node instanceof MapNode map
          ? Stream.of(map.items(), map.result())
          : node.bindings().stream();
      bindings
          .flatMap(WholeOutputsRule::outputs)
          .filter(output -> TypesFitRule.isWhole(draft, output))
          .forEach(output -> {
            var type = draft.step(output.node()).orElseThrow().method().getReturnType();
            var record = GenericTypes.text(type);
            findings.add(
                index,
                new Problem(
                    CoreProblem.GRAPH_OUTPUT_COMPONENT,
                    "'%s' takes all of '%s', but %s is Outputs: its components are stored each on its own."
                        .formatted(node.name(), output.node(), record),
                    List.of("used at " + node.location().longText()),
                    "bind one, such as get(%s::%s), or leave 'implements Outputs' out"
                        .formatted(record, type.getRecordComponents()[0].getName())));
          });
    }
  }

  private static Stream<Output> outputs(BindingSpec binding) {
    if (binding instanceof Output output) {
      return Stream.of(output);
    }
    if (binding instanceof Component component) {
      return outputs(component.of());
    }
    if (binding instanceof ListOf list) {
      return list.items().stream().flatMap(WholeOutputsRule::outputs);
    }
    if (binding instanceof Choice choice) {
      return Stream.concat(outputs(choice.whenTrue()), outputs(choice.whenFalse()));
    }
    return binding instanceof Lazily lazily ? outputs(lazily.of()) : Stream.empty();
  }
}
