package dev.treadle.run;

import dev.treadle.api.RunIdentity;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunListener;
import dev.treadle.api.run.RunResult;
import dev.treadle.api.run.RunStatus;
import dev.treadle.cache.CodeFingerprint;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.graph.StepNode;
import dev.treadle.log.LogCapture;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.RenewLease;
import dev.treadle.run.attempt.LocalScope;
import dev.treadle.run.attempt.RunServices;
import dev.treadle.run.recording.EventQueue;
import dev.treadle.run.recording.PipelineListeners;
import dev.treadle.run.recording.RunRecorder;
import dev.treadle.run.recording.StepCounts;
import dev.treadle.run.reuse.CacheAdvisor;
import dev.treadle.run.reuse.LeftOut;
import dev.treadle.run.reuse.Resumption;
import dev.treadle.run.task.MapItems;
import dev.treadle.run.task.RunGraph;
import dev.treadle.run.task.RunValues;
import dev.treadle.run.value.ExternalData;
import dev.treadle.spi.ExecutionPlan;
import dev.treadle.spi.Orchestrator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run whose graph is driven by this process. */
final class LocalRun implements RunHandle {
  private static final Logger log = LoggerFactory.getLogger(LocalRun.class);

  private final UUID id;
  private final CompletableFuture<Long> number;
  private final CompiledPipeline pipeline;
  private final RunOptions options;
  private final String stack;
  private final RunServices services;
  private final EventQueue events;
  private final Orchestrator.Execution execution;
  private final RunRecorder recorder;
  private final RunCoordinator coordinator;
  private final LocalScope scope;
  private final AtomicReference<@Nullable Throwable> loss = new AtomicReference<>();
  private final RunFinish finish;

  LocalRun(
      UUID id,
      CompletableFuture<Long> number,
      CompiledPipeline pipeline,
      RunOptions options,
      RunServices services,
      Orchestrator orchestrator,
      LeftOut leftOut,
      Resumption before,
      List<RunListener> listeners) {
    this.id = id;
    this.number = number;
    this.pipeline = pipeline;
    this.options = options;
    this.stack = orchestrator.name();
    this.services = services;
    PipelineListeners userListeners = PipelineListeners.of(id, pipeline, services.clock());
    this.events = new EventQueue(
        Stream.concat(listeners.stream(), Stream.of(userListeners)).toList());
    ExternalData external = services.external().forRun();
    this.execution =
        orchestrator.open(new ExecutionPlan(id, pipeline.graph(), options.maxParallel()));
    CacheAdvisor cache = new CacheAdvisor(
        pipeline.name(),
        options.reuse(),
        options.seed(),
        services.metadata().queries(),
        services.values(),
        CodeFingerprint.of(pipeline.loader()));
    StepCounts counts = new StepCounts();
    this.recorder = new RunRecorder(
        id,
        services.metadata(),
        events,
        counts,
        services.clock(),
        services.ids(),
        before,
        pipeline.graph().settings().strict(),
        this::lost);
    this.scope = new LocalScope(services, recorder, external, options.seed(), this::identity);
    this.coordinator = new RunCoordinator(
        new RunGraph(
            pipeline,
            RunValues.of(pipeline, services.values(), external),
            new MapItems(pipeline, services.values(), services.materializers())),
        scope,
        cache,
        recorder,
        execution,
        services.ids(),
        leftOut,
        before,
        options.onFailure());
    // Until the end is recorded the lease has to be renewed: what is recorded last may have waited
    // for the disk.
    this.finish = new RunFinish(
        id,
        services,
        events,
        userListeners,
        counts,
        scope::close,
        ended -> new RunResult(id, number(), pipeline.name(), ended.status(), ended.error()));
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
    long pause = Lease.RENEWAL.toMillis();
    var unusedRenewals =
        scope.timer().scheduleAtFixedRate(this::renewLease, pause, pause, TimeUnit.MILLISECONDS);
    Duration timeout = pipeline.graph().settings().timeout();
    if (timeout != null) {
      var unusedTimeout = scope
          .timer()
          .schedule(() -> coordinator.expire(timeout), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
    var unused =
        coordinator.start().whenComplete((status, thrown) -> end(startedAt, status, thrown));
  }

  /** Says that this process still leads the run, and hears whether somebody wants it cancelled. */
  private void renewLease() {
    var unused = services
        .metadata()
        .enqueue(new RenewLease(id, Lease.LENGTH))
        .whenCompleteAsync(
            (lease, thrown) -> {
              if (thrown != null) {
                lost(thrown);
              } else {
                lease.cancel().ifPresent(request -> coordinator.cancel(by(request)));
              }
            },
            events);
  }

  private static String by(Lease.CancelRequest request) {
    return "by " + request.by() + (request.reason().isBlank() ? "" : ": " + request.reason());
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
      return finish.outcome().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void cancel() {
    coordinator.cancel("");
  }

  private RunIdentity identity() {
    return new RunIdentity(id, number(), pipeline.name());
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

  /** The record of the run or of a step could not be written: the run cannot be trusted to go on. */
  private void lost(Throwable because) {
    Throwable cause = because instanceof CompletionException && because.getCause() != null
        ? because.getCause()
        : because;
    loss.compareAndSet(null, cause);
    coordinator.broke(cause);
  }

  private void end(Instant startedAt, @Nullable RunStatus status, @Nullable Throwable thrown) {
    if (thrown != null) {
      loss.compareAndSet(null, thrown);
    }
    close();
    // A step whose record is lost makes the run fail, so the run's own record has to wait for
    // theirs.
    var unused = recorder
        .settled()
        .thenRunAsync(
            () -> finish.finish(
                startedAt,
                status == null ? RunStatus.FAILED : status,
                coordinator.error(),
                loss.get()),
            events);
  }

  private void close() {
    try {
      execution.close();
    } catch (RuntimeException e) {
      log.warn("Orchestrator {} did not close the execution of run {}", stack, id, e);
    }
    LogCapture.uninstall();
  }
}
