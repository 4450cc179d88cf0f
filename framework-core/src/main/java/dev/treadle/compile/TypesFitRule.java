package dev.treadle.compile;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.BranchNode;
import dev.treadle.graph.Findings;
import dev.treadle.graph.GenericTypes;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.StepNode;
import dev.treadle.graph.TypeAssignability;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** Every value has the type that it is used as. For typed method references javac has seen to that before. */
final class TypesFitRule implements GraphRule {

  @Override
  public void check(Draft draft, Findings findings) {
    var nodes = draft.graph().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof StepNode step) {
        check(draft, step, i, findings);
      } else if (nodes.get(i) instanceof MapNode map) {
        check(draft, map, i, findings);
      } else {
        check(draft, (BranchNode) nodes.get(i), i, findings);
      }
    }
  }

  private static void check(Draft draft, StepNode step, int index, Findings findings) {
    var signature = draft.signature(step);
    var position = 0;
    for (var input : step.inputs()) {
      while (!signature.inputs().get(position).name().equals(input.parameter())) {
        position++;
      }
      var wanted = signature.inputs().get(position).type();
      misfit(draft, input.binding(), wanted)
          .ifPresent(actual -> findings.add(
              index,
              new Problem(
                  CoreProblem.GRAPH_TYPE,
                  "Input '%s' of %s is %s and is bound to %s%s."
                      .formatted(
                          input.parameter(),
                          step.method().shortText(),
                          GenericTypes.text(wanted),
                          GenericTypes.text(actual),
                          storedBy(draft, input.binding(), actual)),
                  List.of("used at " + step.location().longText()),
                  "bind a value of type " + GenericTypes.text(wanted))));
    }
  }

  private static String storedBy(Draft draft, BindingSpec binding, Type actual) {
    return binding instanceof BindingSpec.Output output && actual != void.class
        ? draft
            .materializer(actual, GenericTypes.raw(actual))
            .map(m -> " ('%s', stored by materializer '%s')".formatted(output.node(), m.id()))
            .orElse("")
        : "";
  }

  private static void check(Draft draft, MapNode map, int index, Findings findings) {
    draft
        .types()
        .of(map.items())
        .filter(type -> !List.class.isAssignableFrom(GenericTypes.raw(type)))
        .ifPresent(type -> findings.add(
            index,
            new Problem(
                CoreProblem.GRAPH_LIST_EXPECTED,
                "Map '%s' is over %s, which is not a list."
                    .formatted(map.name(), GenericTypes.text(type)),
                List.of("used at " + map.location().longText()),
                "return a List from the step")));
  }

  private static void check(Draft draft, BranchNode branch, int index, Findings findings) {
    misfit(draft, branch.condition(), Boolean.class)
        .ifPresent(type -> findings.add(
            index,
            new Problem(
                CoreProblem.GRAPH_TYPE,
                "The condition of branch '%s' is %s and not boolean."
                    .formatted(branch.name(), GenericTypes.text(type)),
                List.of("used at " + branch.location().longText()),
                "return a boolean from the step")));
  }

  /** The type that does not fit. Lists and choices are taken apart, as each of their handles may be of a subtype. */
  private static Optional<Type> misfit(Draft draft, BindingSpec binding, Type wanted) {
    if (binding instanceof BindingSpec.Choice choice) {
      return misfit(draft, choice.whenTrue(), wanted)
          .or(() -> misfit(draft, choice.whenFalse(), wanted));
    }
    if (binding instanceof BindingSpec.ListOf list
        && GenericTypes.itemOf(wanted).isPresent()) {
      var item = GenericTypes.itemOf(wanted).orElseThrow();
      return list.items().stream()
          .flatMap(of -> misfit(draft, of, item).stream())
          .findFirst();
    }
    return draft
        .types()
        .of(binding)
        .filter(actual -> !TypeAssignability.isAssignable(actual, wanted));
  }
}
