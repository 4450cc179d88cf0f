package dev.treadle.run.attempt;

import dev.treadle.run.task.StepWork;
import dev.treadle.run.value.InputValue;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The part of an attempt in which user code runs: only there does a request to stop interrupt the thread, so that it never
 * hits the store, nor the next attempt of the thread. Thread-safe.
 */
public final class UserCall {
  private @Nullable AttemptContext context;
  private @Nullable Thread thread;
  private @Nullable Throwable stoppedBecause;

  synchronized void prepare(AttemptContext mine) {
    context = mine;
  }

  /** Calls the step and stores what it returns. */
  public AttemptOutcome outcome(
      StepWork work,
      AttemptContext mine,
      Publisher publisher,
      AttemptNotes notes,
      Path outputDirectory) {
    try {
      Object result = run(work, mine);
      return AttemptOutcome.completed(publisher.store(work, result, notes, outputDirectory));
    } catch (InvocationTargetException e) {
      return AttemptOutcome.failed(reason(e.getCause() == null ? e : e.getCause()));
    } catch (Throwable e) {
      // Materializers and accessors are user code too, and may throw whatever they like.
      return AttemptOutcome.failed(reason(e));
    }
  }

  /**
   * Loads the inputs and calls the step.
   *
   * @throws Throwable why it was stopped, if it was, or what the inputs or the call threw
   */
  private @Nullable Object run(StepWork work, AttemptContext mine) throws Throwable {
    Thread current = Thread.currentThread();
    ClassLoader before = current.getContextClassLoader();
    enter(current);
    try {
      current.setContextClassLoader(work.step().method().getDeclaringClass().getClassLoader());
      Object[] values = work.inputs().stream().map(InputValue::load).toArray();
      return work.step().code().call(mine, values);
    } finally {
      current.setContextClassLoader(before);
      leave();
    }
  }

  /** Asks to stop; false when that was done before. */
  synchronized boolean stop(Throwable because) {
    if (stoppedBecause != null) {
      return false;
    }
    stoppedBecause = because;
    if (context != null) {
      context.cancel();
    }
    if (thread != null) {
      // Where the step was is what its author wants to know; the timer's own frames say nothing.
      because.setStackTrace(thread.getStackTrace());
      thread.interrupt();
    }
    return true;
  }

  /** The context takes nothing more. */
  synchronized void end() {
    if (context != null) {
      context.end();
    }
  }

  /** Why the attempt failed: it was stopped, else what was thrown. */
  synchronized Throwable reason(Throwable thrown) {
    return stoppedBecause == null ? thrown : stoppedBecause;
  }

  private synchronized void enter(Thread current) throws Throwable {
    throwIfStopped();
    thread = current;
  }

  private synchronized void leave() throws Throwable {
    thread = null;
    end();
    // An interrupt meant for this attempt must not reach what follows in this thread.
    boolean unused = Thread.interrupted();
    throwIfStopped();
  }

  private void throwIfStopped() throws Throwable {
    if (stoppedBecause != null) {
      throw stoppedBecause;
    }
  }
}
