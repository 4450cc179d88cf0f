package dev.treadle.graph;

import dev.treadle.api.Artifact;
import dev.treadle.api.IncludedPipeline;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.NearNames;

final class IncludedSteps implements IncludedPipeline {
  private final GraphRecorder recorder;
  private final String pipeline;
  private final NameGroup group;

  IncludedSteps(GraphRecorder recorder, String pipeline, NameGroup group) {
    this.recorder = recorder;
    this.pipeline = pipeline;
    this.group = group;
  }

  @Override
  public <T> Artifact<T> output(String step, Class<? super T> type) {
    var here = recorder.graph().here();
    var node = group.find(step).orElse(null);
    BindingSpec binding = RecordedGraph.NOTHING;
    if (node instanceof RecordedMap) {
      binding = new BindingSpec.Mapped(node.id());
    } else if (node instanceof RecordedStep) {
      binding = new BindingSpec.Output(node.id(), OutputSpec.RESULT);
    } else {
      recorder
          .graph()
          .problem(
              CoreProblem.GRAPH_UNKNOWN_STEP,
              "The included pipeline '%s' has no step '%s'%s"
                  .formatted(pipeline, step, NearNames.hint(step, group.localNames())),
              here,
              "its steps are "
                  + String.join(", ", group.localNames().stream().sorted().toList()));
    }
    new BindingTypes(recorder.graph())
        .of(binding)
        .filter(actual -> !TypeAssignability.isAssignable(actual, type))
        .ifPresent(actual -> recorder
            .graph()
            .problem(
                CoreProblem.GRAPH_TYPE,
                "Step '%s' of the included pipeline '%s' returns %s and not %s."
                    .formatted(step, pipeline, GenericTypes.text(actual), GenericTypes.text(type)),
                here,
                "output(\"%s\", %s.class)"
                    .formatted(
                        step, GenericTypes.text(GenericTypes.boxed(GenericTypes.raw(actual))))));
    return new Handle<>(recorder, binding, node == null ? recorder.scope() : node.scope, here);
  }
}
