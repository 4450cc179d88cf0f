package dev.treadle;

import dev.treadle.error.CoreProblem;
import dev.treadle.launch.Signals;
import dev.treadle.run.RunHandle;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What becomes of a run when its process is to end: Ctrl-C and SIGTERM cancel it, and the process ends when that is recorded.
 * A second Ctrl-C ends the process at once; the run then shows as interrupted when its lease has run out. A step that calls
 * {@code System.exit} does the same as SIGTERM, and the code that it gives does not count unless the run has completed.
 */
final class RunStop {
  /** Steps have five seconds to end; after that only the disk can take so long. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final int EXIT_CODE = CoreProblem.RUN_CANCELLED.exitCode();

  private final Thread hook;
  private final Signals interrupts;
  private final AtomicBoolean asked = new AtomicBoolean();

  private RunStop(RunHandle run) {
    this.hook = new Thread(() -> cancel(run), "treadle-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    this.interrupts = Signals.handle("INT", this::interrupted);
  }

  /** Takes effect until {@link #close}. */
  static RunStop of(RunHandle run) {
    return new RunStop(run);
  }

  private void interrupted() {
    if (asked.getAndSet(true)) {
      // Not an exit: that waits for what the first has begun.
      Runtime.getRuntime().halt(EXIT_CODE);
    }
    new Thread(() -> System.exit(EXIT_CODE), "treadle-interrupt").start();
  }

  private void cancel(RunHandle run) {
    boolean interrupted = asked.getAndSet(true);
    run.cancel();
    AtomicInteger code = new AtomicInteger(EXIT_CODE);
    Thread end = new Thread(() -> code.set(run.await().exitCode()), "treadle-end");
    end.setDaemon(true);
    end.start();
    try {
      end.join(LONGEST.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!interrupted && code.get() != 0 && isExitCalled()) {
      System.err.println("System.exit was called while the run went on, and has ended it");
      Runtime.getRuntime().halt(code.get());
    }
  }

  /** Whether somebody waits in {@code System.exit} for the process to end; a signal leaves nobody there. */
  private static boolean isExitCalled() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().equals(System.class.getName())
            && frame.getMethodName().equals("exit"));
  }

  /** The run has ended. */
  void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
      interrupts.close();
    } catch (IllegalStateException e) {
      // The process is ending: the hook is what waits for us, and a second Ctrl-C must still be
      // heard.
    }
  }
}
