package dev.treadle.testing;

import dev.treadle.Workspace;
import dev.treadle.api.Pipeline;
import dev.treadle.api.StepMethod;
import dev.treadle.api.run.RunEvent;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.compile.StepCode;
import dev.treadle.config.ParameterBinder;
import dev.treadle.config.ParameterTypes;
import dev.treadle.graph.GraphJson;
import dev.treadle.graph.MethodReference;
import dev.treadle.graph.MethodReferences;
import dev.treadle.graph.MethodSpec;
import dev.treadle.graph.PipelineNames;
import dev.treadle.graph.StepNode;
import dev.treadle.graph.StepSignature;
import dev.treadle.run.RunOptions;
import dev.treadle.run.reuse.Reuse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs pipelines in a test, the way they run on a laptop: with the local orchestrator and artifact store, metadata in memory
 * and artifacts in a temporary folder. Each test begins with an empty store.
 *
 * <pre>{@code
 * @RegisterExtension final PipelineHarness harness = PipelineHarness.inMemory();
 *
 * @Test
 * void skipsPublishBelowThreshold() {
 *   var run = harness.run(new ChurnPipeline(), new ChurnPipeline.Params("churn.csv", 0.5, 3, 1.1));
 *   assertThat(run).succeeded();
 *   run.step("publish").wasSkipped();
 * }
 * }</pre>
 *
 * <p>Steps run one at a time, in the order in which they become ready; the clock stands still at 2026-01-01T00:00Z, ids and
 * the seed are the same each time. The cache works between the runs of a test. Needs {@code dev.treadle:treadle} on the
 * class path of the test. Outside JUnit, {@link #close} it.
 *
 * @since 0.1
 */
public final class PipelineHarness implements ReplaceableSteps, AfterEachCallback, AutoCloseable {
  private static final Clock STANDING =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final Map<MethodSpec, StepCode> standIns = new LinkedHashMap<>();
  private Clock clock = STANDING;
  private long seed = RunOptions.DEFAULT_SEED;
  private int maxParallel = 1;
  private @Nullable Path folder;
  private @Nullable Workspace workspace;

  private PipelineHarness() {}

  /** A harness whose store is gone after each test. */
  public static PipelineHarness inMemory() {
    return new PipelineHarness();
  }

  /** Gives runs another clock; before the first run of a test. */
  public PipelineHarness clock(Clock other) {
    if (workspace != null) {
      throw new IllegalStateException("The harness has a clock since its first run; set it before");
    }
    clock = other;
    return this;
  }

  /** Seeds {@code StepContext.random()}; default 17. */
  public PipelineHarness seed(long value) {
    seed = value;
    return this;
  }

  /** Lets so many steps run at once; default 1. */
  public PipelineHarness maxParallel(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("At least one step runs at a time, not " + steps);
    }
    maxParallel = steps;
    return this;
  }

  @Override
  public <F extends StepMethod> Replacement<F> replacement(F step) {
    return new Replacement<>(step, this::replace);
  }

  /**
   * Checks a pipeline without running it.
   *
   * @throws dev.treadle.error.PipelineDefinitionException with all its problems
   * @throws AssertionError when two definitions differ
   */
  public <P extends Record> HarnessGraph compile(Pipeline<P> pipeline, P params) {
    return new HarnessGraph(defined(pipeline, params).graph());
  }

  /**
   * Runs a pipeline with parameters as on the command line, such as {@code "depth=4"}; those not given have their defaults.
   *
   * @throws dev.treadle.error.TreadleException PARAM-110 with everything that does not fit
   */
  public <P extends Record> HarnessRun run(Pipeline<P> pipeline, String... keysAndValues) {
    Map<String, String> flags = new LinkedHashMap<>();
    for (String flag : keysAndValues) {
      int equals = flag.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "A parameter is given as key=value, not as '" + flag + "'");
      }
      flags.put(flag.substring(0, equals), flag.substring(equals + 1));
    }
    @SuppressWarnings("unchecked")
    Class<P> type = (Class<P>) ParameterTypes.of(pipeline.getClass());
    String name = PipelineNames.of(pipeline.getClass());
    return run(pipeline, new ParameterBinder<>(name, type).bind(flags).record());
  }

  /**
   * Runs a pipeline to its end, whatever that is.
   *
   * @throws dev.treadle.error.PipelineDefinitionException when the pipeline has problems; nothing has run
   * @throws AssertionError when two definitions differ, or the pipeline has no step that is replaced
   */
  public <P extends Record> HarnessRun run(Pipeline<P> pipeline, P params) {
    CompiledPipeline compiled = defined(pipeline, params);
    checkReplaced(compiled);
    List<RunEvent> events = new CopyOnWriteArrayList<>();
    var options = new RunOptions(seed, Reuse.ALLOWED, maxParallel, Map.of());
    var result = workspace()
        .launcher()
        .start(compiled.replacing(standIns), params, options, List.of(events::add))
        .await();
    return new HarnessRun(workspace(), compiled, result, List.copyOf(events));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  /** Forgets all runs and replacements. */
  @Override
  public void close() {
    standIns.clear();
    if (workspace != null) {
      workspace.close();
      workspace = null;
    }
    if (folder != null) {
      delete(folder);
      folder = null;
    }
  }

  private PipelineHarness replace(StepMethod step, StepMethod standIn) {
    if (MethodReferences.read(step) instanceof MethodReference.Found found) {
      standIns.put(StepSignature.of(found.method()).spec(), StandIn.of(standIn));
      return this;
    }
    var refused = (MethodReference.Refused) MethodReferences.read(step);
    throw new IllegalArgumentException(refused.message() + " Fix: " + refused.fix());
  }

  /** A definition that depends on a clock, on chance or on what it did before would give each run another graph. */
  private <P extends Record> CompiledPipeline defined(Pipeline<P> pipeline, P params) {
    CompiledPipeline first = workspace().launcher().compile(pipeline, params);
    CompiledPipeline second = workspace().launcher().compile(pipeline, params);
    Snapshots.assertSame(
        "Pipeline '" + first.name() + "' was defined twice with equal parameters and differs",
        GraphJson.write(first.graph()),
        GraphJson.write(second.graph()));
    return first;
  }

  private void checkReplaced(CompiledPipeline compiled) {
    for (MethodSpec method : standIns.keySet()) {
      if (compiled.graph().steps().stream().noneMatch(step -> step.method().equals(method))) {
        throw new AssertionError("Step " + method.shortText() + " is replaced, but pipeline '"
            + compiled.name() + "' has only the steps "
            + compiled.graph().steps().stream().map(StepNode::name).toList());
      }
    }
  }

  private Workspace workspace() {
    if (workspace == null) {
      try {
        folder = Files.createTempDirectory("treadle-harness");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      workspace = Workspace.inMemory(folder, clock);
    }
    return workspace;
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
