package dev.treadle.cli.launch;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C. A terminal signals both processes and the pipeline's decides what it means, so this one only takes note. The
 * handler is a real one, not "ignore", which a child would inherit. Reached by reflection, as {@code sun.misc.Signal}
 * cannot be compiled against without a warning.
 */
final class Interrupts {
  private final AtomicInteger count = new AtomicInteger();

  /** Takes over Ctrl-C for the rest of this process; where the platform has no signals, does nothing. */
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
      signal.getMethod("handle", signal, handler).invoke(null, named.newInstance("INT"), note);
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
}
