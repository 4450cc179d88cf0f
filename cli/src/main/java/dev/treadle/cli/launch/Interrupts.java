package dev.treadle.cli.launch;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C. A terminal signals both processes and the pipeline's decides what it means, so this one only takes note. The
 * handler is a real one, not "ignore", which a child would inherit. Reached by reflection, as {@code sun.misc.Signal}
 * cannot be compiled against without a warning.
 */
final class Interrupts implements AutoCloseable {
  private final AtomicInteger count = new AtomicInteger();
  private GiveBack giveBack = () -> {};

  @FunctionalInterface
  private interface GiveBack {
    void run() throws ReflectiveOperationException;
  }

  /** Takes over Ctrl-C until it is closed; where the platform has no signals, does nothing. */
  static Interrupts install() {
    Interrupts interrupts = new Interrupts();
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Constructor<?> named = signal.getConstructor(String.class);
      Object note = Proxy.newProxyInstance(
          handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
            interrupts.count.incrementAndGet();
            return null;
          });
      Method handle = signal.getMethod("handle", signal, handler);
      Object interrupt = named.newInstance("INT");
      Object before = handle.invoke(null, interrupt, note);
      interrupts.giveBack = () -> handle.invoke(null, interrupt, before);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // Without a handler Ctrl-C ends this process at once, and the shutdown hook ends the child.
      return interrupts;
    }
    return interrupts;
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
    try {
      giveBack.run();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Ctrl-C cannot be given back", e);
    }
  }
}
