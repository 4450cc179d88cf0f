package dev.treadle.run;

import dev.treadle.api.ArtifactAccess;
import dev.treadle.api.RunIdentity;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.RunResult;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cache.CodeFingerprint;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.event.RunEvent;
import dev.treadle.event.RunListener;
import dev.treadle.graph.Node;
import dev.treadle.graph.StepNode;
import dev.treadle.log.AttemptLog;
import dev.treadle.log.LogCapture;
import dev.treadle.metadata.FinishRun;
import dev.treadle.metadata.NewEdge;
import dev.treadle.spi.ExecutionPlan;
import dev.treadle.spi.Orchestrator;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** A run whose graph is driven by this process. */
final class LocalRun implements RunHandle, RunScope {
  private final UUID id;
  private final CompletableFuture<Long> number;
  private final CompiledPipeline pipeline;
  private final RunOptions options;
  private final String stack;
  private final RunServices services;
  private final EventQueue events;
  private final Orchestrator.Execution execution;
  private final Publisher publisher;
  private final RunCoordinator coordinator;
  private final StepCounts counts = new StepCounts();
  private final ScheduledThreadPoolExecutor timer;
  private final CompletableFuture<RunResult> outcome = new CompletableFuture<>();

  LocalRun(
      UUID id,
      CompletableFuture<Long> number,
      CompiledPipeline pipeline,
      RunOptions options,
      RunServices services,
      Orchestrator orchestrator,
      List<RunListener> listeners) {
    this.id = id;
    this.number = number;
    this.pipeline = pipeline;
    this.options = options;
    this.stack = orchestrator.name();
    this.services = services;
    this.events = new EventQueue(listeners);
    this.timer = newTimer();
    this.publisher = new Publisher(services.values(), services.logs(), services.ids());
    this.execution =
        orchestrator.open(new ExecutionPlan(id, pipeline.graph(), options.maxParallel()));
    Map<String, Node> nodes = new HashMap<>();
    pipeline.graph().nodes().forEach(node -> nodes.put(node.name(), node));
    RunValues values = new RunValues(
        nodes,
        services.values(),
        services.external(),
        node -> pipeline.step(node).orElseThrow().method().getReturnType());
    CacheAdvisor cache = new CacheAdvisor(
        pipeline.name(),
        options.reuse(),
        services.metadata().queries(),
        services.values(),
        CodeFingerprint.of(loaderOf(pipeline)));
    RunRecorder recorder = new RunRecorder(
        id, services.metadata(), events, counts, services.clock(), services.ids(), this::lost);
    this.coordinator = new RunCoordinator(
        pipeline,
        this,
        values,
        cache,
        recorder,
        new MapItems(services.values(), services.materializers()),
        execution,
        services.ids());
  }

  /** Starts the run; its first event is told when the store has it. */
  void start(Instant startedAt, String paramsJson) {
    LogCapture.install();
    events.tell(() -> started(startedAt, paramsJson));
    var unusedNumber = number.whenComplete((known, thrown) -> {
      if (thrown != null) {
        lost(thrown);
      }
    });
    var unused =
        coordinator.start().whenComplete((status, thrown) -> end(startedAt, status, thrown));
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public long number() {
    return number.join();
  }

  @Override
  public RunResult await() {
    try {
      return outcome.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void cancel() {
    coordinator.cancel();
  }

  @Override
  public RunIdentity run() {
    return new RunIdentity(id, number(), pipeline.name());
  }

  @Override
  public Clock clock() {
    return services.clock();
  }

  @Override
  public ScheduledExecutorService timer() {
    return timer;
  }

  @Override
  public Publisher publisher() {
    return publisher;
  }

  @Override
  public Attempt.Observer attempts() {
    return coordinator;
  }

  @Override
  public AttemptLog newLog() {
    return new AttemptLog(services.clock(), services.folders().logs());
  }

  @Override
  public Path outputDirectory(StepWork work) {
    return services.folders().outputs(work.id());
  }

  @Override
  public AttemptContext newContext(
      StepWork work, int attempt, @Nullable Instant deadline, AttemptLog log, AttemptNotes notes) {
    return new AttemptContext(
        this::run, work.task(), attempt, options.seed(), deadline, log, notes, new Services(work));
  }

  private RunEvent started(Instant at, String paramsJson) {
    return new RunEvent.RunStarted(
        id,
        at,
        number(),
        pipeline.name(),
        pipeline.graph().steps().stream().map(StepNode::name).toList(),
        paramsJson,
        stack,
        "",
        options.seed());
  }

  /** The record of a step could not be written: the run cannot be trusted to go on. */
  private void lost(Throwable because) {
    coordinator.abort(
        because instanceof CompletionException && because.getCause() != null
            ? because.getCause()
            : because);
  }

  private void end(Instant startedAt, @Nullable RunStatus status, @Nullable Throwable thrown) {
    execution.close();
    timer.shutdownNow();
    LogCapture.uninstall();
    if (status == null) {
      outcome.completeExceptionally(
          thrown == null ? new IllegalStateException("no status") : thrown);
      events.shutDown();
      return;
    }
    Instant at = services.clock().instant();
    var unused = services
        .metadata()
        .submit(new FinishRun(id, status, at, coordinator.error()))
        .whenCompleteAsync(
            (done, error) -> {
              if (error != null) {
                outcome.completeExceptionally(error);
              } else {
                events.tell(new RunEvent.RunEnded(
                    id,
                    at,
                    status,
                    Duration.between(startedAt, at).toMillis(),
                    counts.byStatus(),
                    coordinator.error()));
                events.execute(() -> outcome.complete(
                    new RunResult(id, number(), pipeline.name(), status, coordinator.error())));
              }
              events.shutDown();
            },
            events);
  }

  private static ClassLoader loaderOf(CompiledPipeline pipeline) {
    return pipeline.graph().steps().stream()
        .findFirst()
        .flatMap(step -> pipeline.step(step.name()))
        .map(step -> step.method().getDeclaringClass().getClassLoader())
        .orElseGet(() -> Thread.currentThread().getContextClassLoader());
  }

  private static ScheduledThreadPoolExecutor newTimer() {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
      Thread thread = new Thread(work, "treadle-timer");
      thread.setDaemon(true);
      return thread;
    });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** What a context of this run passes on to. */
  private final class Services implements AttemptServices {
    private final StepWork work;

    Services(StepWork work) {
      this.work = work;
    }

    @Override
    public Clock clock() {
      return services.clock();
    }

    @Override
    public void progress(Task task, long done, long total) {
      events.tell(new RunEvent.StepProgress(
          id, services.clock().instant(), task.node.name(), task.mapIndex, done, total));
    }

    @Override
    public Path outputDirectory() {
      return LocalRun.this.outputDirectory(work);
    }

    @Override
    public ArtifactAccess artifacts(AttemptNotes notes) {
      return new ObservedArtifacts(
          services.metadata().queries(),
          services.values(),
          services.materializers(),
          publisher,
          notes);
    }

    @Override
    public InputStream external(URI uri, AttemptNotes notes) {
      InputValue.External pin = services.external().pin(uri.toString(), uri);
      notes.observed(new NewEdge(pin.version(), EdgeRole.EXTERNAL, uri.toString()));
      return services.external().open(uri, pin);
    }
  }
}
