package dev.treadle.run.recording;

import dev.treadle.api.run.Failure;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunEvent.ListenerFailed;
import dev.treadle.api.run.RunEvent.StepEvent;
import dev.treadle.api.run.RunListener;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.graph.StepNode;
import dev.treadle.run.failure.Failures;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The listeners that a pipeline and its steps name, told in order by a thread of their own, so that none of them can hold up or
 * break the run. Of each the first failure is kept.
 */
public final class PipelineListeners implements RunListener {
  /** How long after the end of its run a listener may still be busy. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private final UUID run;
  private final Clock clock;
  private final List<Heard> listeners = new ArrayList<>();
  private final Map<String, ListenerFailed> failures = new ConcurrentHashMap<>();
  private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "treadle-listeners");
    thread.setDaemon(true);
    return thread;
  });

  /** A listener with the only steps that it hears of; none when it hears all. */
  private record Heard(RunListener listener, Collection<String> steps) {

    boolean wants(RunEvent event) {
      return steps.isEmpty() || (event instanceof StepEvent of && steps.contains(of.step()));
    }
  }

  private PipelineListeners(UUID run, Clock clock) {
    this.run = run;
    this.clock = clock;
  }

  /** Makes an instance of each class that the pipeline names. */
  public static PipelineListeners of(UUID run, CompiledPipeline pipeline, Clock clock) {
    PipelineListeners made = new PipelineListeners(run, clock);
    List<String> all = pipeline.graph().settings().listeners();
    Map<String, List<String>> steps = new LinkedHashMap<>();
    all.forEach(type -> steps.put(type, List.of()));
    for (StepNode step : pipeline.graph().steps()) {
      for (String type : step.options().listeners()) {
        if (!all.contains(type)) {
          steps.computeIfAbsent(type, each -> new ArrayList<>()).add(step.name());
        }
      }
    }
    ClassLoader loader = pipeline.loader();
    steps.forEach((type, names) -> made.add(type, names, loader));
    return made;
  }

  private void add(String type, Collection<String> steps, ClassLoader loader) {
    try {
      Object listener =
          Class.forName(type, true, loader).getDeclaredConstructor().newInstance();
      listeners.add(new Heard((RunListener) listener, steps));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      failed(type, "its constructor", e.getCause() == null ? e : e.getCause());
    }
  }

  @Override
  public void on(RunEvent event) {
    for (Heard heard : listeners) {
      if (heard.wants(event) && !thread.isShutdown()) {
        thread.execute(() -> tell(heard.listener, event));
      }
    }
  }

  /** Waits until all is told, as long as its patience lasts; gives what went wrong since the start. */
  public List<ListenerFailed> end(Duration patience) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
        listeners.forEach(heard -> failed(
            heard.listener.getClass().getName(),
            "RunEnded",
            new IllegalStateException(
                "The listeners had not ended " + patience.toSeconds() + " s after the run")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(failures.values());
  }

  private void tell(RunListener listener, RunEvent event) {
    try {
      listener.on(event);
    } catch (Throwable e) {
      // Whatever a user's listener throws concerns nobody else.
      failed(listener.getClass().getName(), event.getClass().getSimpleName(), e);
    }
  }

  private void failed(String listener, String at, Throwable thrown) {
    Failure failure = Failures.of(thrown);
    failures.putIfAbsent(listener, new ListenerFailed(run, clock.instant(), listener, at, failure));
  }
}
