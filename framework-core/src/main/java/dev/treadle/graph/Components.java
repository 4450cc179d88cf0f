package dev.treadle.graph;

import dev.treadle.api.Accessor;
import dev.treadle.api.Outputs;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.NearNames;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Turns {@code get(Split::train)} into a binding. */
final class Components {
  private final RecordedGraph graph;
  private final BindingTypes types;

  Components(RecordedGraph graph) {
    this.graph = graph;
    this.types = new BindingTypes(graph);
  }

  BindingSpec select(BindingSpec of, Accessor<?, ?> accessor) {
    if (MethodReferences.read(accessor) instanceof MethodReference.Found found) {
      return select(of, found.method());
    }
    var refused = (MethodReference.Refused) MethodReferences.read(accessor);
    // A closed module is the same mistake with the same cure wherever it is met.
    var closed = refused.code() == CoreProblem.STEP_CLOSED_MODULE;
    graph.problem(
        closed ? refused.code() : CoreProblem.GRAPH_OUTPUT_COMPONENT,
        closed ? refused.message() : "get() was not given a reference to a record's accessor.",
        graph.here(),
        closed ? refused.fix() : "write get(TheRecord::component)");
    return RecordedGraph.NOTHING;
  }

  private BindingSpec select(BindingSpec of, Method accessor) {
    var type = types.of(of);
    var record = type.<Class<?>>map(GenericTypes::raw).orElse(accessor.getDeclaringClass());
    if (record.isRecord() && accessor.getParameterCount() == 0) {
      var names = Arrays.stream(record.getRecordComponents())
          .map(RecordComponent::getName)
          .toList();
      if (names.contains(accessor.getName())) {
        return component(of, accessor.getName(), Outputs.class.isAssignableFrom(record));
      }
      noComponent(
          "%s is no component of the record %s%s"
              .formatted(
                  accessor.getName(),
                  StepSignature.shortName(record),
                  NearNames.hint(accessor.getName(), names)),
          "use one of " + String.join(", ", names));
    } else {
      noComponent(
          "get() takes a component of a record, and %s is none."
              .formatted(StepSignature.shortName(record)),
          "return a record from the step, or let another step take the value apart");
    }
    return RecordedGraph.NOTHING;
  }

  private BindingSpec component(BindingSpec of, String name, boolean several) {
    if (of instanceof BindingSpec.Choice choice) {
      return new BindingSpec.Choice(
          choice.branch(),
          component(choice.whenTrue(), name, several),
          component(choice.whenFalse(), name, several));
    }
    return several
            && of instanceof BindingSpec.Output output
            && output.output().equals(OutputSpec.RESULT)
        ? new BindingSpec.Output(output.node(), name)
        : new BindingSpec.Component(of, name);
  }

  private void noComponent(String message, String fix) {
    graph.problem(CoreProblem.GRAPH_OUTPUT_COMPONENT, message, graph.here(), fix);
  }
}
