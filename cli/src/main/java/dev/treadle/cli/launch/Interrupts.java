package dev.treadle.cli.launch;

import dev.treadle.launch.Signals;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C. A terminal signals both processes and the pipeline's decides what it means, so this one only takes note. The
 * handler is a real one, not "ignore", which a child would inherit. Without one Ctrl-C ends this process at once, and the
 * shutdown hook ends the child.
 */
final class Interrupts implements AutoCloseable {
  private final AtomicInteger count = new AtomicInteger();
  private final Signals signals = Signals.handle("INT", count::incrementAndGet);

  private Interrupts() {}

  /** Takes over Ctrl-C until it is closed; where the platform has no signals, does nothing. */
  static Interrupts install() {
    return new Interrupts();
  }

  boolean seen() {
    return count.get() > 0;
  }

  /** Whether somebody is out of patience. */
  boolean seenTwice() {
    return count.get() > 1;
  }

  /** Gives Ctrl-C back to whoever had it. */
  @Override
  public void close() {
    signals.close();
  }
}
