package dev.treadle.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Makes the graph of a tree; an {@link IllegalArgumentException} names what is missing. */
final class GraphReader {

  private GraphReader() {}

  static PipelineGraph graph(JsonNode tree) {
    return new PipelineGraph(
        text(tree, "pipeline"),
        tree.has("settings") ? OptionsJson.settings(tree.get("settings")) : RunSettings.NONE,
        list(tree, "nodes", GraphReader::node));
  }

  private static Node node(JsonNode tree) {
    var name = text(tree, "name");
    var scope = tree.has("scope") ? new Scope(list(tree, "scope", GraphReader::frame)) : Scope.TOP;
    var at = location(tree.path("at"));
    return switch (text(tree, "kind")) {
      case "step" ->
        new StepNode(
            name,
            method(field(tree, "method")),
            list(tree, "inputs", GraphReader::input),
            list(tree, "outputs", GraphReader::output),
            tree.has("options") ? OptionsJson.options(tree.get("options")) : StepOptions.NONE,
            tree.has("after") ? list(tree, "after", JsonNode::asText) : List.of(),
            scope,
            at);
      case "map" ->
        new MapNode(
            name,
            binding(field(tree, "items")),
            binding(field(tree, "result")),
            tree.path("maxParallel").asInt(),
            scope,
            at);
      case "branch" -> new BranchNode(name, binding(field(tree, "condition")), scope, at);
      default ->
        throw new IllegalArgumentException("unknown kind of node '" + text(tree, "kind") + "'");
    };
  }

  private static MethodSpec method(JsonNode tree) {
    return new MethodSpec(
        text(tree, "class"),
        text(tree, "name"),
        text(tree, "descriptor"),
        tree.path("onReceiver").asBoolean());
  }

  private static InputSpec input(JsonNode tree) {
    return new InputSpec(text(tree, "parameter"), text(tree, "type"), binding(field(tree, "from")));
  }

  private static OutputSpec output(JsonNode tree) {
    return new OutputSpec(
        text(tree, "name"), text(tree, "type"), tree.path("publishedAs").asText());
  }

  private static BindingSpec binding(JsonNode tree) {
    if (tree.has("literal")) {
      return new BindingSpec.Literal(text(tree, "literal"));
    }
    if (tree.has("secret")) {
      return new BindingSpec.SecretReference(text(tree, "secret"));
    }
    if (tree.has("step")) {
      return new BindingSpec.Output(text(tree, "step"), text(tree, "output"));
    }
    if (tree.has("component")) {
      return new BindingSpec.Component(binding(field(tree, "of")), text(tree, "component"));
    }
    if (tree.has("itemOf")) {
      return new BindingSpec.Item(text(tree, "itemOf"));
    }
    if (tree.has("resultsOf")) {
      return new BindingSpec.Mapped(text(tree, "resultsOf"));
    }
    if (tree.has("list")) {
      return new BindingSpec.ListOf(list(tree, "list", GraphReader::binding));
    }
    if (tree.has("choiceOf")) {
      return new BindingSpec.Choice(
          text(tree, "choiceOf"),
          binding(field(tree, "whenTrue")),
          binding(field(tree, "whenFalse")));
    }
    if (tree.has("lazy")) {
      return new BindingSpec.Lazily(binding(field(tree, "lazy")));
    }
    if (tree.has("external")) {
      return new BindingSpec.External(text(tree, "external"), text(tree, "uri"));
    }
    throw new IllegalArgumentException("unknown kind of binding " + tree);
  }

  private static Scope.Frame frame(JsonNode tree) {
    return tree.has("map")
        ? new Scope.InMap(text(tree, "map"))
        : new Scope.Guard(text(tree, "branch"), field(tree, "expected").asBoolean());
  }

  private static SourceLocation location(JsonNode tree) {
    return new SourceLocation(
        tree.path("class").asText(),
        tree.path("method").asText(),
        tree.path("file").asText(),
        tree.path("line").asInt());
  }

  private static <T> List<T> list(JsonNode tree, String name, Function<JsonNode, T> reader) {
    return StreamSupport.stream(field(tree, name).spliterator(), false)
        .map(reader)
        .toList();
  }

  private static JsonNode field(JsonNode tree, String name) {
    var field = tree.get(name);
    if (field == null) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return field;
  }

  private static String text(JsonNode tree, String name) {
    var field = field(tree, name);
    if (!field.isTextual()) {
      throw new IllegalArgumentException("'" + name + "' is not text");
    }
    return field.textValue();
  }
}
