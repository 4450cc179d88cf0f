package dev.treadle.log;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.ConsoleHandler;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
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

  private record Installed(PrintStream out, PrintStream err, Handler handler, List<Muted> muted) {}

  /** A handler of the console, which is silent in steps while records go to their logs. */
  private record Muted(Handler handler, @Nullable Filter before) {

    static Muted of(Handler handler) {
      Filter before = handler.getFilter();
      handler.setFilter(entry -> current() == null && (before == null || before.isLoggable(entry)));
      return new Muted(handler, before);
    }

    void restore() {
      handler.setFilter(before);
    }
  }

  private LogCapture() {}

  /** Starts to route; counted, so that runs in one process can overlap. */
  public static synchronized void install() {
    if (USERS.getAndIncrement() > 0) {
      return;
    }
    Handler handler = new StepLogHandler();
    Logger root = Logger.getLogger("");
    // Asked for before the streams are replaced: the console handler keeps the stream that it finds
    // when it is made.
    List<Muted> muted = Stream.of(root.getHandlers())
        .filter(ConsoleHandler.class::isInstance)
        .map(Muted::of)
        .toList();
    root.addHandler(handler);
    installed = new Installed(System.out, System.err, handler, muted);
    System.setOut(new RoutingPrintStream(System.out, LogLevel.INFO, "stdout"));
    System.setErr(new RoutingPrintStream(System.err, LogLevel.WARN, "stderr"));
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
    installed.muted().forEach(Muted::restore);
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
