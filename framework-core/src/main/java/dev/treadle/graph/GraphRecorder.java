package dev.treadle.graph;

import dev.treadle.api.Artifact;
import dev.treadle.api.Branch;
import dev.treadle.api.IncludedPipeline;
import dev.treadle.api.MapCall;
import dev.treadle.api.NamedStepCall;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.StepBinder;
import dev.treadle.api.StepDefaults;
import dev.treadle.api.StepMethod;
import dev.treadle.api.StepRef;
import dev.treadle.api.run.RunListener;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.error.TreadleException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records what a pipeline defines. The user's mistakes are gathered and never thrown, so that one look shows them all;
 * handles of what could not be recorded stand for nothing and raise no further problems.
 */
public final class GraphRecorder implements PipelineBuilder {
  private static final int DEEPEST_INCLUDE = 32;

  private final RecordedGraph graph = new RecordedGraph();
  private final Components components = new Components(graph);
  private NameGroup group = new NameGroup("");
  private RecordedDefaults defaults = new RecordedDefaults();
  private RecordingScope scope = RecordingScope.top();
  private int includes;
  private boolean finished;

  private GraphRecorder() {}

  /** Calls {@code define} once and records it under the class's name. */
  public static <P extends Record> Recording record(Pipeline<P> pipeline, P params) {
    return record(pipeline, params, PipelineNames.of(pipeline.getClass()));
  }

  /** Calls {@code define} once and records it under the name. */
  public static <P extends Record> Recording record(Pipeline<P> pipeline, P params, String name) {
    var recorder = new GraphRecorder();
    Throwable failure = null;
    try {
      pipeline.define(recorder, params);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      failure = e;
      recorder.defineFailed(e);
    }
    recorder.finished = true;
    return recorder.graph.finish(name, pipeline.getClass(), recorder.group, failure);
  }

  @Override
  public <R> StepBinder<R> begin(StepMethod method) {
    checkOpen();
    var location = graph.here();
    if (MethodReferences.read(method) instanceof MethodReference.Found found) {
      return new PendingCall<>(this, graph.signature(found.method()), location, List.of());
    }
    var refused = (MethodReference.Refused) MethodReferences.read(method);
    refuse(refused, location);
    return new PendingCall<>(this, null, location, List.of());
  }

  @Override
  public <R> NamedStepCall<R> step(StepRef<R> step) {
    checkOpen();
    var location = graph.here();
    var found = NamedSteps.find(step);
    if (found instanceof MethodReference.Refused refused) {
      refuse(refused, location);
      return new StepHandle<>(this, addStep(null, location));
    }
    var signature = graph.signature(((MethodReference.Found) found).method());
    return new StepHandle<>(this, addStep(signature, location));
  }

  @Override
  public <E, R> MapCall<R> map(
      Artifact<? extends List<E>> items,
      Function<? super Artifact<E>, ? extends Artifact<R>> body) {
    checkOpen();
    var here = graph.here();
    if (scope.isInMap()) {
      graph.problem(
          CoreProblem.GRAPH_NESTED_MAP,
          "A map is inside another map; one level is supported.",
          here,
          "let a step flatten the lists into one and map that, or loop over the inner list in the step");
    }
    var map = graph.add(new RecordedMap(graph.size(), use(items, here), scope, here), group);
    var inside = scope.inside(
        new Scope.InMap(map.id()),
        () -> "map(%s)"
            .formatted(RecordedGraph.firstNode(map.items).map(graph::nameOf).orElse(map.name())));
    map.result = within(
        inside,
        () -> result(
            body.apply(new Handle<E>(this, new BindingSpec.Item(map.id()), inside, here)),
            "The body of map()",
            here));
    return new MapHandle<>(this, map);
  }

  @Override
  public Branch when(Artifact<Boolean> condition) {
    checkOpen();
    return new BranchHandle(this, branch(condition, graph.here()));
  }

  @Override
  public <T> Artifact<T> either(
      Artifact<Boolean> condition,
      Supplier<? extends Artifact<? extends T>> then,
      Supplier<? extends Artifact<? extends T>> otherwise) {
    checkOpen();
    var here = graph.here();
    var branch = branch(condition, here);
    var whenTrue =
        within(guarded(branch, true), () -> result(then.get(), "The first side of either()", here));
    var whenFalse = within(
        guarded(branch, false), () -> result(otherwise.get(), "The second side of either()", here));
    return new Handle<>(
        this, new BindingSpec.Choice(branch.id(), whenTrue, whenFalse), scope, here);
  }

  @Override
  public <T> Artifact<List<T>> collect(List<? extends Artifact<? extends T>> items) {
    checkOpen();
    var here = graph.here();
    var bindings = items.stream().map(item -> use(item, here)).toList();
    return new Handle<>(this, new BindingSpec.ListOf(bindings), scope, here);
  }

  @Override
  public Artifact<Path> external(String name, URI uri) {
    checkOpen();
    var here = graph.here();
    if (!PipelineNames.isPublishable(name) || !uri.isAbsolute()) {
      graph.problem(
          CoreProblem.GRAPH_NAME,
          "External data needs a name of letters, digits, '_', '.', '-' and '/' and a URI with a scheme, not '%s' and '%s'."
              .formatted(name, uri),
          here,
          "external(\"weather\", Path.of(\"weather.csv\").toUri())");
    }
    return new Handle<>(this, new BindingSpec.External(name, uri.toString()), scope, here);
  }

  @Override
  public <P extends Record> IncludedPipeline include(Pipeline<P> pipeline, P params) {
    checkOpen();
    var name = PipelineNames.of(pipeline.getClass());
    var outer = group;
    var outerDefaults = defaults;
    var inner = outer.include(name);
    if (includes >= DEEPEST_INCLUDE) {
      graph.problem(
          CoreProblem.GRAPH_DEFINE_FAILED,
          "Pipeline '%s' is included %d levels deep; it probably includes itself."
              .formatted(name, DEEPEST_INCLUDE),
          graph.here(),
          "end the recursion");
      return new IncludedSteps(this, name, inner);
    }
    includes++;
    group = inner;
    defaults = new RecordedDefaults();
    try {
      pipeline.define(this, params);
    } finally {
      inner.assignNames(graph::nameOf);
      group = outer;
      defaults = outerDefaults;
      includes--;
    }
    return new IncludedSteps(this, name, inner);
  }

  @Override
  public StepDefaults defaults() {
    checkOpen();
    return defaults;
  }

  @Override
  public void timeout(Duration timeout) {
    checkOpen();
    if (timeout.isZero() || timeout.isNegative()) {
      graph.problem(
          CoreProblem.STEP_OPTION_RANGE,
          "The run has timeout %s, which is not positive.".formatted(timeout),
          graph.here(),
          "timeout(Duration.ofHours(2)), or leave it out for no limit");
    }
    if (includes == 0) {
      graph.timeout(timeout);
    }
  }

  @Override
  public void strict() {
    checkOpen();
    if (includes == 0) {
      graph.strict();
    }
  }

  @Override
  public void listen(Class<? extends RunListener> listener) {
    checkOpen();
    String name = Listeners.name(listener, graph, graph.here());
    if (includes == 0) {
      graph.listener(name);
    }
  }

  RecordedGraph graph() {
    return graph;
  }

  Components components() {
    return components;
  }

  RecordingScope scope() {
    return scope;
  }

  RecordedStep addStep(@Nullable StepSignature signature, SourceLocation location) {
    checkOpen();
    return graph.add(new RecordedStep(graph.size(), signature, defaults, scope, location), group);
  }

  /** Records the side of a branch. */
  void side(RecordedBranch branch, boolean expected, Runnable body) {
    checkOpen();
    checkScope(new Handle<>(this, branch.condition, branch.scope, branch.location), graph.here());
    within(guarded(branch, expected), () -> {
      body.run();
      return branch;
    });
  }

  /** The binding of a handle, after a look at where it comes from. */
  BindingSpec use(Artifact<?> artifact, SourceLocation location) {
    if (artifact instanceof Handle<?> handle && handle.recorder == this) {
      checkScope(handle, location);
      return handle.binding;
    }
    graph.problem(() -> new Problem(
        CoreProblem.GRAPH_FOREIGN_HANDLE,
        "A handle of another pipeline definition is used here.",
        List.of(
            artifact instanceof Handle<?> handle
                ? "created at %s, used at %s"
                    .formatted(handle.location.shortText(), location.shortText())
                : "used at " + location.longText()),
        "record the step again here, or include() the other pipeline and take output(...)"));
    return RecordedGraph.NOTHING;
  }

  /** The binding of a handle or literal to an input. */
  BindingSpec bind(
      Object value, @Nullable StepSignature signature, int position, SourceLocation location) {
    if (value instanceof Artifact<?> artifact) {
      return use(artifact, location);
    }
    if (signature == null) {
      return RecordedGraph.NOTHING;
    }
    var input = signature.inputs().get(position);
    var what = "input '%s' of %s".formatted(input.name(), signature.spec().shortText());
    var bound = Literals.bind(value, input.type(), what, location);
    bound.problems().forEach(problem -> graph.problem(() -> problem));
    return bound.binding();
  }

  private RecordedBranch branch(Artifact<Boolean> condition, SourceLocation here) {
    return graph.add(new RecordedBranch(graph.size(), use(condition, here), scope, here), group);
  }

  private RecordingScope guarded(RecordedBranch branch, boolean expected) {
    return scope.inside(
        new Scope.Guard(branch.id(), expected),
        () -> "the %s side of when(%s)"
            .formatted(
                expected ? "then" : "otherwise",
                RecordedGraph.firstNode(branch.condition)
                    .map(graph::nameOf)
                    .orElse(branch.name())));
  }

  private <T> T within(RecordingScope inside, Supplier<T> body) {
    var outer = scope;
    scope = inside;
    try {
      return body.get();
    } finally {
      scope = outer;
    }
  }

  private BindingSpec result(@Nullable Artifact<?> handle, String what, SourceLocation here) {
    if (handle != null) {
      return use(handle, here);
    }
    graph.problem(
        CoreProblem.GRAPH_NO_RESULT, what + " returned null.", here, "return the handle of a step");
    return RecordedGraph.NOTHING;
  }

  private void checkScope(Handle<?> handle, SourceLocation location) {
    if (scope.isWithin(handle.scope)) {
      return;
    }
    var isMap = handle.scope.isInMap();
    graph.problem(() -> new Problem(
        CoreProblem.GRAPH_SCOPE,
        "%s was created inside %s and is used outside it."
            .formatted(graph.describe(handle.binding), handle.scope.text()),
        List.of("created at %s, used at %s"
            .formatted(handle.location.shortText(), location.shortText())),
        isMap
            ? "return it from the map body and use the resulting list"
            : "use it inside the branch, or give both sides a result by either(...)"));
  }

  private void refuse(MethodReference.Refused refused, SourceLocation location) {
    graph.problem(() -> new Problem(
        refused.code(),
        refused.message(),
        List.of("used at " + location.longText()),
        refused.fix()));
  }

  private void defineFailed(Throwable e) {
    var where = SourceLocations.of(e);
    graph.problem(
        CoreProblem.GRAPH_DEFINE_FAILED,
        "define() threw %s%s."
            .formatted(
                e.getClass().getSimpleName(), e.getMessage() == null ? "" : ": " + e.getMessage()),
        where,
        "correct what throws; what comes after it was not checked");
  }

  private void checkOpen() {
    if (finished) {
      throw new TreadleException(
          CoreProblem.GRAPH_FOREIGN_HANDLE,
          "The pipeline builder is used after define() has returned, at %s. Record all steps inside define()"
              .formatted(graph.here().longText()));
    }
  }
}
