package dev.treadle.compile;

import dev.treadle.error.Problem;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.BindingTypes;
import dev.treadle.graph.MethodSpec;
import dev.treadle.graph.PipelineGraph;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline without problems. Nodes are named by their index in {@code graph().nodes()}, whose order is topological.
 */
public final class CompiledPipeline {
  private final PipelineGraph graph;
  private final List<Problem> warnings;
  private final @Nullable CompiledStep[] steps;
  private final GraphIndex index;
  private final BindingTypes types;

  CompiledPipeline(
      PipelineGraph graph,
      List<Problem> warnings,
      @Nullable CompiledStep[] steps,
      GraphIndex index,
      BindingTypes types) {
    this.graph = graph;
    this.warnings = List.copyOf(warnings);
    this.steps = steps;
    this.index = index;
    this.types = types;
  }

  /** The pipeline with other code for the steps of these methods, as tests want it. */
  public CompiledPipeline replacing(Map<MethodSpec, StepCode> fakes) {
    var replaced = steps.clone();
    for (int i = 0; i < replaced.length; i++) {
      var step = replaced[i];
      var fake = step == null ? null : fakes.get(step.node().method());
      replaced[i] = step == null || fake == null ? step : step.replacedBy(fake);
    }
    return new CompiledPipeline(graph, warnings, replaced, index, types);
  }

  /** The pipeline with another limit for its runs. */
  public CompiledPipeline limitedTo(Duration timeout) {
    return new CompiledPipeline(graph.limitedTo(timeout), warnings, steps, index, types);
  }

  public String name() {
    return graph.pipeline();
  }

  public PipelineGraph graph() {
    return graph;
  }

  /** That of the steps; the caller's own where there are none. */
  public ClassLoader loader() {
    return Arrays.stream(steps)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(step -> step.method().getDeclaringClass().getClassLoader())
        .orElseGet(() -> Thread.currentThread().getContextClassLoader());
  }

  /** What is allowed and probably not meant. */
  public List<Problem> warnings() {
    return warnings;
  }

  /** The number of nodes. */
  public int size() {
    return steps.length;
  }

  /** The step at the index; empty where the node is a map or a branch. */
  public Optional<CompiledStep> step(int node) {
    return Optional.ofNullable(steps[node]);
  }

  /** The step of that name. */
  public Optional<CompiledStep> step(String name) {
    return node(name).flatMap(this::step);
  }

  /** The index of the node of that name. */
  public Optional<Integer> node(String name) {
    return index.find(name);
  }

  /**
   * The nodes that must have ended before: what values come from, {@code after}, and the maps and branches around the
   * node. Rising, each once; a copy.
   */
  public int[] predecessors(int node) {
    return index.predecessors(node).clone();
  }

  /** The nodes that have the node among their predecessors. Rising; a copy. */
  public int[] successors(int node) {
    return index.successors(node).clone();
  }

  /** The nodes that run once for each item of the map at the index, rising; a copy. */
  public int[] body(int map) {
    return index.body(map).clone();
  }

  /** The Java type of a bound value; empty for literals and secrets. */
  public Optional<Type> typeOf(BindingSpec binding) {
    return types.of(binding);
  }
}
