package dev.treadle.graph;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.error.ProblemCode;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The nodes and problems of one recording. Problems are worded at the end, when all names are known. */
final class RecordedGraph implements BindingTypes.Nodes {
  /** Stands for the value of a step that could not be recorded. */
  static final BindingSpec NOTHING = new BindingSpec.Output("?", OutputSpec.RESULT);

  private final List<RecordedNode> nodes = new ArrayList<>();
  private final List<Deferred> problems = new ArrayList<>();
  private final SourceLocations locations = new SourceLocations();
  private final Map<Method, StepSignature> signatures = new HashMap<>();
  private final List<String> listeners = new ArrayList<>();
  private @Nullable Duration timeout;
  private boolean strict;
  /** How many nodes will be in the graph: the index of the next one. */
  private int usable;

  private record Deferred(int position, Supplier<Problem> problem) {}

  /** The user's line that is being executed. */
  SourceLocation here() {
    return locations.here();
  }

  int size() {
    return nodes.size();
  }

  void timeout(Duration value) {
    timeout = value;
  }

  void strict() {
    strict = true;
  }

  void listener(String type) {
    listeners.add(type);
  }

  <N extends RecordedNode> N add(N node, NameGroup group) {
    nodes.add(node);
    group.add(node);
    usable += isUsable(node) ? 1 : 0;
    return node;
  }

  StepSignature signature(Method method) {
    return signatures.computeIfAbsent(method, StepSignature::of);
  }

  void problem(Supplier<Problem> problem) {
    problems.add(new Deferred(usable, problem));
  }

  void problem(ProblemCode code, String message, SourceLocation location, String fix) {
    problem(() -> new Problem(code, message, List.of("at " + location.longText()), fix));
  }

  Optional<RecordedNode> node(String id) {
    return id.startsWith("#") ? Optional.of(nodes.get(RecordedNode.indexOf(id))) : Optional.empty();
  }

  String nameOf(String id) {
    return node(id).map(RecordedNode::name).orElse(id);
  }

  /** How messages call a value. */
  String describe(BindingSpec binding) {
    var node = firstNode(binding).map(this::nameOf);
    return binding instanceof BindingSpec.Item
        ? "The item of '" + node.orElse("") + "'"
        : node.map(name -> "'" + name + "'").orElse("The value");
  }

  static Optional<String> firstNode(BindingSpec binding) {
    var found = new ArrayList<String>(1);
    Bindings.forEachNode(binding, found::add);
    return found.stream().findFirst().filter(id -> id.startsWith("#"));
  }

  @Override
  public Optional<StepSignature> step(String id) {
    return node(id)
        .flatMap(node -> node instanceof RecordedStep step
            ? Optional.ofNullable(step.signature)
            : Optional.empty());
  }

  @Override
  public Optional<BindingSpec> itemsOf(String id) {
    return node(id)
        .flatMap(
            node -> node instanceof RecordedMap map ? Optional.of(map.items) : Optional.empty());
  }

  @Override
  public Optional<BindingSpec> resultOf(String id) {
    return node(id)
        .flatMap(
            node -> node instanceof RecordedMap map ? Optional.of(map.result) : Optional.empty());
  }

  /** Gives out the names that are still missing and makes the data. */
  Recording finish(String pipeline, Class<?> type, NameGroup top, @Nullable Throwable failure) {
    top.assignNames(this::nameOf);
    checkNames();
    var findings = new Findings();
    problems.forEach(
        problem -> findings.add(problem.position(), problem.problem().get()));
    var graph = new PipelineGraph(
        pipeline,
        new RunSettings(timeout, strict, listeners),
        nodes.stream().flatMap(node -> node.toNode(this::nameOf).stream()).toList());
    var bySpec = new HashMap<MethodSpec, StepSignature>();
    signatures.values().forEach(signature -> bySpec.put(signature.spec(), signature));
    return new Recording(graph, bySpec, findings, failure, start(type));
  }

  private static boolean isUsable(RecordedNode node) {
    return !(node instanceof RecordedStep step) || step.signature != null;
  }

  private SourceLocation start(Class<?> type) {
    return nodes.stream()
        .map(node -> node.location)
        .filter(location -> location.className().equals(type.getName()))
        .findFirst()
        .orElse(new SourceLocation(StepSignature.shortName(type), "define", "", 0));
  }

  private void checkNames() {
    var byName = new HashMap<String, RecordedNode>();
    usable = 0;
    for (var node : nodes) {
      if (!PipelineNames.isValid(node.name())) {
        problem(
            CoreProblem.GRAPH_NAME,
            "'%s' is not allowed as a name: up to 100 letters, digits, '_', '.' and '-', a letter first."
                .formatted(node.name()),
            node.location,
            "named(\"...\")");
      }
      var other = byName.putIfAbsent(node.name(), node);
      if (other != null) {
        problem(() -> new Problem(
            CoreProblem.GRAPH_DUPLICATE_NAME,
            "Two nodes have the name '" + node.name() + "'.",
            List.of(
                "first at " + other.location.longText(), "again at " + node.location.longText()),
            "give one of them another name by named(\"...\")"));
      }
      usable += isUsable(node) ? 1 : 0;
    }
  }
}
