package dev.treadle.run;

import dev.treadle.api.run.RunEvent.ListenerFailed;
import dev.treadle.api.run.RunEvent.RunEnded;
import dev.treadle.api.run.RunResult;
import dev.treadle.api.run.RunStatus;
import dev.treadle.json.Json;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.FinishRun;
import dev.treadle.metadata.Holder;
import dev.treadle.run.attempt.RunServices;
import dev.treadle.run.failure.Failures;
import dev.treadle.run.recording.EventQueue;
import dev.treadle.run.recording.PipelineListeners;
import dev.treadle.run.recording.StepCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The end of a run whose steps are all recorded: it is recorded, then told, and then whoever waits has the result. */
final class RunFinish {
  private final UUID run;
  private final RunServices services;
  private final EventQueue events;
  private final PipelineListeners userListeners;
  private final StepCounts counts;
  private final Runnable recorded;
  private final Function<RunEnded, RunResult> result;
  private final CompletableFuture<RunResult> outcome = new CompletableFuture<>();

  /**
   * @param recorded is done when the end is recorded or lost, before it is told
   * @param result makes what whoever waits gets
   */
  RunFinish(
      UUID run,
      RunServices services,
      EventQueue events,
      PipelineListeners userListeners,
      StepCounts counts,
      Runnable recorded,
      Function<RunEnded, RunResult> result) {
    this.run = run;
    this.services = services;
    this.events = events;
    this.userListeners = userListeners;
    this.counts = counts;
    this.recorded = recorded;
    this.result = result;
  }

  /** Completes when all is over; fails when the record of the run or of a step was lost. */
  CompletableFuture<RunResult> outcome() {
    return outcome;
  }

  /**
   * Records the end and tells it.
   *
   * @param error one line on what failed first, null when nothing did
   * @param lost why the records of the run cannot be trusted, null when they can
   */
  void finish(
      Instant startedAt, RunStatus reached, @Nullable String error, @Nullable Throwable lost) {
    RunStatus status = lost == null ? reached : RunStatus.FAILED;
    @Nullable String said = lost == null ? error : Failures.of(lost).shortText();
    Instant at = services.clock().instant();
    RunEnded ended = new RunEnded(
        run, at, status, Duration.between(startedAt, at).toMillis(), counts.byStatus(), said);
    var unused = services
        .metadata()
        .submit(new FinishRun(run, status, at, said))
        .whenCompleteAsync((done, failed) -> tell(ended, lost == null ? failed : lost), events);
  }

  private void tell(RunEnded ended, @Nullable Throwable lost) {
    recorded.run();
    events.execute(() -> {
      if (lost == null) {
        userListeners.on(ended);
      }
      List<ListenerFailed> failures = userListeners.end(PipelineListeners.PATIENCE);
      failures.forEach(events::deliver);
      recordFailures(failures, ended.at());
      if (lost == null) {
        events.deliver(ended);
        outcome.complete(result.apply(ended));
      } else {
        outcome.completeExceptionally(lost);
      }
    });
    events.shutDown();
  }

  /** Waits: whoever sees the run ended is to see this too. That it cannot be written changes nothing. */
  private void recordFailures(List<ListenerFailed> failures, Instant at) {
    if (failures.isEmpty()) {
      return;
    }
    List<Fact> facts = failures.stream()
        .map(each -> new Fact(
            "listener-failed." + each.listener(),
            Json.writeString(each.heard() + ": " + each.failure().shortText())))
        .toList();
    Act act = new Act(System.getProperty("user.name", ""), at);
    var unused = services
        .metadata()
        .submit(new Change.Facts(Holder.ofRun(run), facts, Set.of(), act))
        .handle((done, thrown) -> null)
        .join();
  }
}
