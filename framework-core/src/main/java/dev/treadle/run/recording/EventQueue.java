package dev.treadle.run.recording;

import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunListener;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the events of one run to its listeners in one thread, in order. */
public final class EventQueue implements Executor {
  private static final Logger log = LoggerFactory.getLogger(EventQueue.class);

  private final List<RunListener> listeners;
  private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
      1,
      1,
      0,
      TimeUnit.SECONDS,
      new LinkedBlockingQueue<>(),
      work -> {
        Thread thread = new Thread(work, "treadle-events");
        thread.setDaemon(true);
        return thread;
      },
      // After the end nobody listens: an attempt that outlives its run tells in vain.
      new ThreadPoolExecutor.DiscardPolicy());

  public EventQueue(List<RunListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** Queues an event. */
  public void tell(RunEvent event) {
    if (!listeners.isEmpty()) {
      thread.execute(() -> deliver(event));
    }
  }

  /** Queues an event that is made when its turn comes; when it cannot be made, there is none. */
  public void tell(Supplier<RunEvent> event) {
    thread.execute(() -> {
      try {
        deliver(event.get());
      } catch (CompletionException e) {
        log.debug("An event could not be made", e);
      }
    });
  }

  @Override
  public void execute(Runnable work) {
    thread.execute(work);
  }

  /** Takes nothing more; what is queued is still told. */
  public void shutDown() {
    thread.shutdown();
  }

  /** Tells at once, in the thread of the events only. */
  public void deliver(RunEvent event) {
    for (RunListener listener : listeners) {
      try {
        listener.on(event);
      } catch (RuntimeException | Error e) {
        log.warn("A run listener failed on {}: {}", event.getClass().getSimpleName(), e.toString());
      }
    }
  }
}
