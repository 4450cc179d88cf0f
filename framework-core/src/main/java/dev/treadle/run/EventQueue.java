package dev.treadle.run;

import dev.treadle.event.RunEvent;
import dev.treadle.event.RunListener;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the events of one run to its listeners in one thread, in order. */
final class EventQueue implements Executor {
  private static final Logger log = LoggerFactory.getLogger(EventQueue.class);

  private final List<RunListener> listeners;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "treadle-events");
    thread.setDaemon(true);
    return thread;
  });

  EventQueue(List<RunListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** Queues an event. */
  void tell(RunEvent event) {
    if (!listeners.isEmpty()) {
      thread.execute(() -> deliver(event));
    }
  }

  @Override
  public void execute(Runnable work) {
    thread.execute(work);
  }

  /** Takes nothing more; what is queued is still told. */
  void shutDown() {
    thread.shutdown();
  }

  private void deliver(RunEvent event) {
    for (RunListener listener : listeners) {
      try {
        listener.on(event);
      } catch (RuntimeException e) {
        log.warn("A run listener failed on {}: {}", event.getClass().getSimpleName(), e.toString());
      }
    }
  }
}
