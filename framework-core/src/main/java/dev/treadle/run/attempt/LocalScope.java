package dev.treadle.run.attempt;

import dev.treadle.api.ArtifactAccess;
import dev.treadle.api.RunIdentity;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.log.AttemptLog;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.StepDetail;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.task.Task;
import dev.treadle.run.value.ExternalData;
import dev.treadle.run.value.InputValue;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the attempts of a run in this process share. */
public final class LocalScope implements RunScope {
  private final RunServices services;
  private final StepWitness witness;
  private final ExternalData external;
  private final Publisher publisher;
  private final long seed;
  private final Supplier<RunIdentity> run;
  private final ScheduledThreadPoolExecutor timer = newTimer();

  public LocalScope(
      RunServices services,
      StepWitness witness,
      ExternalData external,
      long seed,
      Supplier<RunIdentity> run) {
    this.services = services;
    this.witness = witness;
    this.external = external;
    this.publisher = new Publisher(services.values(), services.logs(), services.ids());
    this.seed = seed;
    this.run = run;
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
  public AttemptLog newLog() {
    return new AttemptLog(services.clock(), services.folders().logs());
  }

  @Override
  public boolean canBeApart() {
    return services.command().isPossible();
  }

  @Override
  public List<String> command(Task task, int attempt, String reason) {
    return services.command().arguments(run.get().id(), task, attempt, reason);
  }

  @Override
  public StepDetail recorded(UUID stepRun) {
    witness.awaitVisible();
    return services.metadata().queries().step(stepRun).orElseThrow();
  }

  @Override
  public void printed(Task task, String line) {
    StepLines.read(line)
        .ifPresent(progress -> witness.progress(task, progress.done(), progress.total()));
  }

  @Override
  public Path outputDirectory(StepWork work, int attempt) {
    return services.folders().outputs(work.id(), attempt);
  }

  @Override
  public AttemptContext newContext(
      StepWork work, int attempt, @Nullable Instant deadline, AttemptLog log, AttemptNotes notes) {
    return new AttemptContext(
        run, work, attempt, seed, deadline, log, notes, new Services(work, attempt));
  }

  /** Stops what is due later. */
  public void close() {
    timer.shutdownNow();
  }

  private static ScheduledThreadPoolExecutor newTimer() {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
      Thread thread = new Thread(work, "treadle-timer");
      thread.setDaemon(true);
      return thread;
    });
    timer.setRemoveOnCancelPolicy(true);
    // When the run is over, nothing is due any more.
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    return timer;
  }

  /** What the context of one attempt passes on to. */
  private final class Services implements AttemptServices {
    private final StepWork work;
    private final int attempt;

    Services(StepWork work, int attempt) {
      this.work = work;
      this.attempt = attempt;
    }

    @Override
    public Clock clock() {
      return services.clock();
    }

    @Override
    public void progress(Task task, long done, long total) {
      witness.progress(task, done, total);
    }

    @Override
    public Path outputDirectory() {
      return LocalScope.this.outputDirectory(work, attempt);
    }

    @Override
    public ArtifactAccess artifacts(AttemptNotes notes) {
      return new ObservedArtifacts(
          services.metadata().queries(),
          services.values(),
          services.materializers(),
          publisher,
          notes,
          witness::awaitVisible);
    }

    @Override
    public InputStream external(URI uri, AttemptNotes notes) {
      InputValue.External pin = external.pin(uri.toString(), uri);
      notes.observed(new NewEdge(pin.version(), EdgeRole.EXTERNAL, uri.toString()));
      return external.open(uri, pin);
    }
  }
}
