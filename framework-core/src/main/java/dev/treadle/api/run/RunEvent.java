package dev.treadle.api.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run. Events of one run come in order, one at a time.
 *
 * @since 0.1
 */
public sealed interface RunEvent {

  UUID run();

  Instant at();

  /** Something that happened to one step. */
  sealed interface StepEvent extends RunEvent {

    /** Its name. */
    String step();

    /** The item's index, -1 outside a map. */
    int mapIndex();
  }

  /**
   * The run exists in the store.
   *
   * @param number its number in the project
   * @param steps the names of the graph's steps in their order
   * @param paramsJson the bound parameters as a JSON object
   * @param commit short commit of the code with {@code +dirty} when it was changed, empty when unknown
   */
  record RunStarted(
      UUID run,
      Instant at,
      long number,
      String pipeline,
      List<String> steps,
      String paramsJson,
      String stack,
      String commit,
      long seed)
      implements RunEvent {
    public RunStarted {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A list was counted: so many items of the map's steps will run.
   *
   * @param steps the steps of the map's body
   */
  record MapExpanded(UUID run, Instant at, String map, List<String> steps, int items)
      implements RunEvent {
    public MapExpanded {
      steps = List.copyOf(steps);
    }
  }

  /**
   * An attempt has begun.
   *
   * @param mapIndex the item's index, -1 outside a map
   * @param reason why it runs and was not taken from the cache
   */
  record StepStarted(UUID run, Instant at, String step, int mapIndex, int attempt, String reason)
      implements StepEvent {}

  /** The step said how far it is. */
  record StepProgress(UUID run, Instant at, String step, int mapIndex, long done, long total)
      implements StepEvent {}

  /**
   * An attempt failed and another one follows.
   *
   * @param pauseMs how long until then, in milliseconds
   */
  record StepRetried(
      UUID run, Instant at, String step, int mapIndex, int attempt, Failure failure, long pauseMs)
      implements StepEvent {}

  /**
   * A step has ended and, unless it failed, its outputs are stored.
   *
   * @param tookMs time of all attempts in milliseconds; 0 when nothing ran
   * @param reason why it ran, was cached or was skipped
   * @param cachedFrom the run whose result was used, null unless cached
   * @param summary one line on what it made
   * @param metrics the last point of each metric
   */
  record StepEnded(
      UUID run,
      Instant at,
      String step,
      int mapIndex,
      StepStatus status,
      long tookMs,
      String reason,
      @Nullable Long cachedFrom,
      String summary,
      Map<String, Double> metrics,
      @Nullable Failure failure)
      implements StepEvent {
    public StepEnded {
      metrics = Map.copyOf(metrics);
    }
  }

  /**
   * A listener that the pipeline names did not do its work; told once for each, at the end of the run, and without
   * consequence for it.
   *
   * @param listener its class
   * @param heard the kind of the event at which it failed
   */
  record ListenerFailed(UUID run, Instant at, String listener, String heard, Failure failure)
      implements RunEvent {}

  /**
   * The run has ended; everything it made is durable.
   *
   * @param error one line when it failed
   */
  record RunEnded(
      UUID run,
      Instant at,
      RunStatus status,
      long tookMs,
      Map<StepStatus, Integer> counts,
      @Nullable String error)
      implements RunEvent {
    public RunEnded {
      counts = Map.copyOf(counts);
    }
  }
}
