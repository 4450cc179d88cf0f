package dev.treadle.graph;

import dev.treadle.api.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A step call while recording. Without a signature its reference was refused, and only its handle lives on. */
final class RecordedStep extends RecordedNode {
  final @Nullable StepSignature signature;
  final @Nullable BindingSpec[] inputs;
  Set<String> after = Set.of();
  Map<String, String> published = Map.of();
  private final RecordedDefaults defaults;
  private RecordedOptions options = RecordedOptions.NONE;

  RecordedStep(
      int index,
      @Nullable StepSignature signature,
      RecordedDefaults defaults,
      RecordingScope scope,
      SourceLocation location) {
    super(index, scope, location);
    this.signature = signature;
    this.defaults = defaults;
    this.inputs = new BindingSpec[signature == null ? 0 : signature.inputs().size()];
  }

  void addAfter(String node) {
    after = after.isEmpty() ? new LinkedHashSet<>() : after;
    after.add(node);
  }

  /** What is said at this call, to be added to. */
  RecordedOptions options() {
    options = options == RecordedOptions.NONE ? new RecordedOptions() : options;
    return options;
  }

  void publish(String output, String name) {
    published = published.isEmpty() ? new LinkedHashMap<>() : published;
    published.put(output, name);
  }

  @Override
  String defaultName(UnaryOperator<String> names) {
    return signature == null ? "step" : signature.method().getName();
  }

  @Override
  Optional<Node> toNode(UnaryOperator<String> names) {
    if (signature == null) {
      return Optional.empty();
    }
    return Optional.of(new StepNode(
        name(),
        signature.spec(),
        inputSpecs(signature, names),
        outputSpecs(signature),
        defaults.complete(options, signature.method().getAnnotation(Step.class)),
        after.stream().map(names).toList(),
        scope.named(names),
        location));
  }

  private List<InputSpec> inputSpecs(StepSignature known, UnaryOperator<String> names) {
    var specs = new ArrayList<InputSpec>(inputs.length);
    for (int i = 0; i < inputs.length; i++) {
      var binding = inputs[i];
      if (binding != null) {
        var input = known.inputs().get(i);
        specs.add(new InputSpec(input.name(), input.typeText(), Bindings.rename(binding, names)));
      }
    }
    return specs;
  }

  private List<OutputSpec> outputSpecs(StepSignature known) {
    return published.isEmpty()
        ? known.unpublished()
        : known.outputs().stream()
            .map(output -> new OutputSpec(
                output.name(), output.typeText(), published.getOrDefault(output.name(), "")))
            .toList();
  }
}
