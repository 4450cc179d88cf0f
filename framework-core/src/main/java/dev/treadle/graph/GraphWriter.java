package dev.treadle.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treadle.graph.BindingSpec.Choice;
import dev.treadle.graph.BindingSpec.Component;
import dev.treadle.graph.BindingSpec.External;
import dev.treadle.graph.BindingSpec.Item;
import dev.treadle.graph.BindingSpec.Lazily;
import dev.treadle.graph.BindingSpec.ListOf;
import dev.treadle.graph.BindingSpec.Literal;
import dev.treadle.graph.BindingSpec.Mapped;
import dev.treadle.graph.BindingSpec.Output;
import dev.treadle.graph.BindingSpec.SecretReference;
import java.util.List;

/** Makes the tree of a graph; what is empty is left out. */
final class GraphWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private GraphWriter() {}

  static ObjectNode tree(PipelineGraph graph) {
    var tree = JSON.objectNode().put("pipeline", graph.pipeline());
    if (!graph.settings().equals(RunSettings.NONE)) {
      OptionsJson.write(graph.settings(), tree.putObject("settings"));
    }
    var nodes = tree.putArray("nodes");
    graph.nodes().forEach(node -> nodes.add(node(node)));
    return tree;
  }

  private static ObjectNode node(Node node) {
    var tree = JSON.objectNode().put("name", node.name());
    if (node instanceof StepNode step) {
      step(step, tree.put("kind", "step"));
    } else if (node instanceof MapNode map) {
      tree.put("kind", "map");
      tree.set("items", binding(map.items()));
      tree.set("result", binding(map.result()));
      if (map.maxParallel() != 0) {
        tree.put("maxParallel", map.maxParallel());
      }
    } else {
      tree.put("kind", "branch").set("condition", binding(((BranchNode) node).condition()));
    }
    if (!node.scope().frames().isEmpty()) {
      var frames = tree.putArray("scope");
      node.scope().frames().forEach(frame -> frames.add(frame(frame)));
    }
    tree.set("at", location(node.location()));
    return tree;
  }

  private static void step(StepNode step, ObjectNode tree) {
    var method = step.method();
    tree.putObject("method")
        .put("class", method.owner())
        .put("name", method.name())
        .put("descriptor", method.descriptor())
        .put("onReceiver", method.onReceiver());
    var inputs = tree.putArray("inputs");
    step.inputs()
        .forEach(input -> inputs
            .addObject()
            .put("parameter", input.parameter())
            .put("type", input.type())
            .set("from", binding(input.binding())));
    var outputs = tree.putArray("outputs");
    for (var output : step.outputs()) {
      var of = outputs.addObject().put("name", output.name()).put("type", output.type());
      if (!output.publishedAs().isEmpty()) {
        of.put("publishedAs", output.publishedAs());
      }
    }
    if (!step.options().equals(StepOptions.NONE)) {
      OptionsJson.write(step.options(), tree.putObject("options"));
    }
    if (!step.after().isEmpty()) {
      tree.set("after", texts(step.after()));
    }
  }

  private static ObjectNode binding(BindingSpec binding) {
    var tree = JSON.objectNode();
    if (binding instanceof Literal literal) {
      tree.put("literal", literal.json());
    } else if (binding instanceof SecretReference secret) {
      tree.put("secret", secret.reference());
    } else if (binding instanceof Output output) {
      tree.put("step", output.node()).put("output", output.output());
    } else if (binding instanceof Component component) {
      tree.put("component", component.accessor()).set("of", binding(component.of()));
    } else if (binding instanceof Item item) {
      tree.put("itemOf", item.map());
    } else if (binding instanceof Mapped mapped) {
      tree.put("resultsOf", mapped.map());
    } else if (binding instanceof ListOf list) {
      var items = tree.putArray("list");
      list.items().forEach(item -> items.add(binding(item)));
    } else if (binding instanceof Choice choice) {
      tree.put("choiceOf", choice.branch());
      tree.set("whenTrue", binding(choice.whenTrue()));
      tree.set("whenFalse", binding(choice.whenFalse()));
    } else if (binding instanceof Lazily lazily) {
      tree.set("lazy", binding(lazily.of()));
    } else if (binding instanceof External external) {
      tree.put("external", external.name()).put("uri", external.uri());
    }
    return tree;
  }

  private static ObjectNode frame(Scope.Frame frame) {
    if (frame instanceof Scope.InMap map) {
      return JSON.objectNode().put("map", map.map());
    }
    var guard = (Scope.Guard) frame;
    return JSON.objectNode().put("branch", guard.branch()).put("expected", guard.expected());
  }

  private static ObjectNode location(SourceLocation location) {
    return JSON.objectNode()
        .put("class", location.className())
        .put("method", location.method())
        .put("file", location.file())
        .put("line", location.line());
  }

  private static ArrayNode texts(List<String> texts) {
    var array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
