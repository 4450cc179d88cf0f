package dev.treadle.graph;

import dev.treadle.api.Caching;
import dev.treadle.api.Resources;
import java.time.Duration;
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
  Map<String, String> tags = Map.of();
  Map<String, String> published = Map.of();

  @Nullable
  Integer retries;

  @Nullable
  Duration timeout;

  @Nullable
  Caching cache;

  Resources resources = Resources.NONE;

  RecordedStep(
      int index, @Nullable StepSignature signature, RecordingScope scope, SourceLocation location) {
    super(index, scope, location);
    this.signature = signature;
    this.inputs = new BindingSpec[signature == null ? 0 : signature.inputs().size()];
  }

  void addAfter(String node) {
    after = after.isEmpty() ? new LinkedHashSet<>() : after;
    after.add(node);
  }

  void tag(String key, String value) {
    tags = tags.isEmpty() ? new LinkedHashMap<>() : tags;
    tags.put(key, value);
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
        options(),
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

  private StepOptions options() {
    return retries == null
            && timeout == null
            && cache == null
            && tags.isEmpty()
            && resources.equals(Resources.NONE)
        ? StepOptions.NONE
        : new StepOptions(retries, timeout, cache, resources, tags);
  }
}
