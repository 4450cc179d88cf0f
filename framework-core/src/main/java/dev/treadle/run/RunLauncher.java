package dev.treadle.run;

import dev.treadle.api.Pipeline;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunListener;
import dev.treadle.api.run.RunStatus;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.compile.PipelineCompiler;
import dev.treadle.config.RunParameters;
import dev.treadle.error.ArtifactDeletedException;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.GraphJson;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.id.IdGenerator;
import dev.treadle.json.CanonicalJson;
import dev.treadle.json.Json;
import dev.treadle.metadata.FinishRun;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.RunParameter;
import dev.treadle.metadata.StartRun;
import dev.treadle.metadata.TakeOver;
import dev.treadle.run.attempt.RunEnvironment;
import dev.treadle.run.attempt.RunServices;
import dev.treadle.run.failure.Failures;
import dev.treadle.run.reuse.LeftOut;
import dev.treadle.run.reuse.Resumption;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.Orchestrator;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Starts runs: compiles, stores the snapshot and the run, and hands over to the orchestrator. */
public final class RunLauncher {
  private final PipelineCompiler compiler;
  private final MetadataStore metadata;
  private final Orchestrator orchestrator;
  private final RunServices services;
  private final Clock clock;
  private final IdGenerator ids;

  @Inject
  RunLauncher(
      PipelineCompiler compiler,
      MetadataStore metadata,
      Orchestrator orchestrator,
      RunServices services,
      Clock clock,
      IdGenerator ids) {
    this.compiler = compiler;
    this.metadata = metadata;
    this.orchestrator = orchestrator;
    this.services = services;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Starts a run. Steps begin while the store still takes the run: the writing side needs a second or two to warm up, and
   * nothing of a run is visible before the run itself.
   *
   * @throws dev.treadle.error.TreadleException when the pipeline has problems; nothing has run
   */
  public <P extends Record> RunHandle start(RunRequest<P> request, List<RunListener> listeners) {
    return start(
        compile(request.pipeline(), request.params()),
        request.params(),
        request.options(),
        listeners);
  }

  /**
   * Compiles for the orchestrator on which {@link #start} runs.
   *
   * @throws dev.treadle.error.TreadleException when the pipeline has problems
   */
  public <P extends Record> CompiledPipeline compile(Pipeline<P> pipeline, P params) {
    return compiler.compile(pipeline, params, OrchestratorFeatures.of(orchestrator));
  }

  /**
   * Starts a run of what {@link #compile} made, with the parameters that it was made with.
   *
   * @throws dev.treadle.error.TreadleException RUN-205 when the options name a step that it does not have, RUN-240 or RUN-241
   *     when the selected steps cannot be executed by themselves
   */
  public RunHandle start(
      CompiledPipeline pipeline, Record params, RunOptions options, List<RunListener> listeners) {
    options.reuse().refuseUnknown(pipeline.graph());
    LeftOut leftOut =
        LeftOut.of(pipeline, options.selection(), metadata.queries(), services.values());
    UUID id = ids.next();
    Instant at = clock.instant();
    CompiledPipeline limited = limited(pipeline, options);
    String json = new String(CanonicalJson.bytes(params), StandardCharsets.UTF_8);
    CompletableFuture<Long> number = metadata.submit(unit(
        id, at, limited, json, RunParameters.of(params), options.selecting(leftOut.selection())));
    LocalRun run;
    try {
      run = new LocalRun(
          id,
          number,
          limited,
          options,
          services,
          orchestrator,
          leftOut,
          Resumption.NONE,
          listeners);
    } catch (RuntimeException | Error e) {
      cannotStart(id, e);
      throw e;
    }
    run.start(at, json);
    return run;
  }

  /**
   * Goes on with a run that failed, was cancelled or has lost its process: only what has no result is executed. The code may
   * have changed meanwhile, but not the graph.
   *
   * @param pipeline compiled with the parameters of the run
   * @param options the seed and the tags are those of the run, whatever is said here
   * @throws dev.treadle.error.TreadleException RUN-232 when the run goes on or has completed, RUN-233 when the graph has changed,
   *     ART-406 when a result of a step that has finished was deleted
   */
  public RunHandle resume(
      PipelineRun run, CompiledPipeline pipeline, RunOptions options, List<RunListener> listeners) {
    MetadataQueries queries = metadata.queries();
    if (!isSame(queries.snapshot(run.id()), pipeline.graph())) {
      throw new TreadleException(
          CoreProblem.RUN_CHANGED,
          "The graph of '" + pipeline.name() + "' is not what it was in run " + run.number()
              + ", so its results do not fit.\nfix: treadle run rerun " + run.number()
              + ", a new run that takes from the cache what still fits");
    }
    LeftOut leftOut = LeftOut.of(pipeline, run.selection(), queries, services.values());
    queries.deletedOutputs(run.id()).stream().findFirst().ifPresent(gone -> {
      throw new ArtifactDeletedException(
          gone.label(),
          Objects.requireNonNullElse(gone.deletedAt(), gone.createdAt()),
          gone.deletedBy(),
          run.number());
    });
    metadata.write(new TakeOver(run.id()));
    LocalRun resumed;
    try {
      resumed = new LocalRun(
          run.id(),
          CompletableFuture.completedFuture(run.number()),
          limited(pipeline, options),
          options.withSeed(run.seed()),
          services,
          orchestrator,
          leftOut,
          Resumption.of(run.id(), queries),
          listeners);
    } catch (RuntimeException | Error e) {
      cannotStart(run.id(), e);
      throw e;
    }
    resumed.start(clock.instant(), run.paramsJson());
    return resumed;
  }

  private static CompiledPipeline limited(CompiledPipeline pipeline, RunOptions options) {
    return options.timeout() == null ? pipeline : pipeline.limitedTo(options.timeout());
  }

  /** Lines may have moved: code that is mended stands in the same files. A limit has nothing to do with results. */
  private static boolean isSame(String stored, PipelineGraph now) {
    return stored.equals(GraphJson.write(now))
        || GraphJson.read(stored)
            .unlocated()
            .limitedTo(null)
            .equals(now.unlocated().limitedTo(null));
  }

  private void cannotStart(UUID run, Throwable because) {
    var unused = metadata.submit(new FinishRun(
        run, RunStatus.FAILED, clock.instant(), Failures.of(because).shortText()));
  }

  private StartRun unit(
      UUID id,
      Instant at,
      CompiledPipeline pipeline,
      String params,
      List<RunParameter> parameters,
      RunOptions options) {
    String graph = GraphJson.write(pipeline.graph());
    String environment = Json.writeString(RunEnvironment.current());
    return new StartRun(
        id,
        pipeline.name(),
        digest(graph),
        graph,
        digest(environment),
        environment,
        params,
        options.seed(),
        orchestrator.name(),
        System.getProperty("user.name", ""),
        RunEnvironment.host(),
        at,
        options.tags(),
        parameters,
        options.selection());
  }

  private static String digest(String json) {
    return ObjectDigest.of(json.getBytes(StandardCharsets.UTF_8)).sha256();
  }
}
