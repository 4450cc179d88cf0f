package dev.treadle.log;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a step prints or logs into its attempt's log: {@code System.out}, {@code System.err}, java.util.logging, and
 * SLF4J through {@link StepLoggerProvider} or any back end that writes to the console. A step's own threads belong to it;
 * threads that were there before do not. Outside steps everything goes where it went before.
 */
public final class LogCapture {
  private static final InheritableThreadLocal<@Nullable AttemptLog> CURRENT =
      new InheritableThreadLocal<>();
  private static final AtomicInteger USERS = new AtomicInteger();
  private static @Nullable Installed installed;

  private record Installed(PrintStream out, PrintStream err, Handler handler) {}

  private LogCapture() {}

  /** Starts to route; counted, so that runs in one process can overlap. */
  public static synchronized void install() {
    if (USERS.getAndIncrement() > 0) {
      return;
    }
    Handler handler = new StepLogHandler();
    installed = new Installed(System.out, System.err, handler);
    System.setOut(new RoutingPrintStream(System.out, LogLevel.INFO, "stdout"));
    System.setErr(new RoutingPrintStream(System.err, LogLevel.WARN, "stderr"));
    Logger.getLogger("").addHandler(handler);
  }

  /** Ends what {@link #install} began. */
  public static synchronized void uninstall() {
    if (USERS.decrementAndGet() > 0 || installed == null) {
      return;
    }
    System.out.flush();
    System.err.flush();
    System.setOut(installed.out());
    System.setErr(installed.err());
    Logger.getLogger("").removeHandler(installed.handler());
    installed = null;
  }

  /** Runs with the log as the current one of this thread and the threads that it starts. */
  public static void within(AttemptLog log, Runnable body) {
    AttemptLog before = CURRENT.get();
    CURRENT.set(log);
    try {
      body.run();
      System.out.flush();
      System.err.flush();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /** The log of the step that this thread works for, or null. */
  static @Nullable AttemptLog current() {
    return CURRENT.get();
  }
}
