package dev.treadle.graph;

import dev.treadle.api.Artifact;
import dev.treadle.api.Caching;
import dev.treadle.api.Isolation;
import dev.treadle.api.NamedStepCall;
import dev.treadle.api.Resources;
import dev.treadle.api.Retry;
import dev.treadle.api.StepCall;
import dev.treadle.api.run.RunListener;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.NearNames;
import dev.treadle.error.Problem;
import java.time.Duration;
import java.util.List;

/** A recorded call with its options; by-name bindings only come from a {@code StepRef}. */
final class StepHandle<R> extends Handle<R> implements NamedStepCall<R> {
  private final RecordedStep step;

  StepHandle(GraphRecorder recorder, RecordedStep step) {
    super(
        recorder, new BindingSpec.Output(step.id(), OutputSpec.RESULT), step.scope, step.location);
    this.step = step;
  }

  @Override
  public StepCall<R> named(String name) {
    step.given = name;
    return this;
  }

  @Override
  public StepCall<R> retry(int retries) {
    step.options().retries = retries;
    step.options().retry = null;
    return this;
  }

  @Override
  public StepCall<R> retry(Retry retry) {
    step.options().retry = retry;
    return this;
  }

  @Override
  public StepCall<R> timeout(Duration timeout) {
    step.options().timeout = timeout;
    return this;
  }

  @Override
  public StepCall<R> cached(boolean cached) {
    step.options().cache = cached ? Caching.ON : Caching.OFF;
    return this;
  }

  @Override
  public StepCall<R> after(Artifact<?>... others) {
    for (var other : others) {
      Bindings.forEachNode(recorder.use(other, location), node -> {
        if (node.startsWith("#") && RecordedNode.indexOf(node) >= step.index) {
          waitsForLater(node);
        } else if (node.startsWith("#")) {
          step.addAfter(node);
        }
      });
    }
    return this;
  }

  @Override
  public StepCall<R> resources(Resources resources) {
    step.options().resources = resources;
    return this;
  }

  @Override
  public StepCall<R> isolation(Isolation isolation) {
    step.options().isolation = isolation;
    return this;
  }

  @Override
  public StepCall<R> listen(Class<? extends RunListener> listener) {
    step.options().listeners.add(Listeners.name(listener, recorder.graph(), location));
    return this;
  }

  @Override
  public StepCall<R> outputNamed(String name) {
    return outputNamed(OutputSpec.RESULT, name);
  }

  @Override
  public StepCall<R> outputNamed(String output, String name) {
    if (!PipelineNames.isPublishable(name)) {
      recorder
          .graph()
          .problem(
              CoreProblem.GRAPH_NAME,
              "'%s' is not allowed as the name of an artifact: letters, digits, '_', '.', '-', parts divided by '/', a letter first."
                  .formatted(name),
              location,
              "");
    }
    if (step.signature != null && step.signature.output(output).isEmpty()) {
      var names =
          step.signature.outputs().stream().map(StepSignature.Output::name).toList();
      recorder
          .graph()
          .problem(() -> new Problem(
              CoreProblem.GRAPH_OUTPUT_COMPONENT,
              "Step '%s' has no output '%s'%s"
                  .formatted(step.name(), output, NearNames.hint(output, names)),
              List.of("at " + location.longText()),
              names.isEmpty()
                  ? "leave outputNamed out: the step is void"
                  : "outputNamed(output, name) with one of " + String.join(", ", names)));
    }
    step.publish(output, name);
    return this;
  }

  @Override
  public StepCall<R> tag(String key, String value) {
    step.options().tags.put(key, value);
    return this;
  }

  @Override
  public NamedStepCall<R> with(String parameter, Artifact<?> input) {
    bind(parameter, input);
    return this;
  }

  @Override
  public NamedStepCall<R> with(String parameter, Object literal) {
    bind(parameter, literal);
    return this;
  }

  private void bind(String parameter, Object value) {
    if (step.signature == null) {
      return;
    }
    var names = step.signature.inputs().stream().map(StepSignature.Input::name).toList();
    var position = names.indexOf(parameter);
    if (position < 0 || step.inputs[position] != null) {
      var what = position < 0
          ? "has no input '" + parameter + "'" + NearNames.hint(parameter, names)
          : "has input '" + parameter + "' bound twice.";
      recorder
          .graph()
          .problem(() -> new Problem(
              CoreProblem.STEP_UNBOUND_INPUT,
              step.signature.spec().shortText() + " " + what,
              List.of("used at " + location.longText()),
              "its inputs are " + String.join(", ", names)));
      return;
    }
    step.inputs[position] = recorder.bind(value, step.signature, position, location);
  }

  private void waitsForLater(String node) {
    var graph = recorder.graph();
    graph.problem(() -> new Problem(
        CoreProblem.GRAPH_ORDER,
        node.equals(step.id())
            ? "'" + step.name() + "' waits for itself."
            : "'%s' waits for '%s', which is recorded after it."
                .formatted(step.name(), graph.nameOf(node)),
        List.of("at " + location.longText()),
        node.equals(step.id())
            ? "leave after() out"
            : "record '" + graph.nameOf(node) + "' first"));
  }
}
