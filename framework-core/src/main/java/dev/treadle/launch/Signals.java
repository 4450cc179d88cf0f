package dev.treadle.launch;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * A signal of the operating system, handled until it is closed. Reached by reflection, as {@code sun.misc.Signal} cannot be
 * compiled against without a warning.
 */
public final class Signals implements AutoCloseable {
  private final GiveBack giveBack;

  @FunctionalInterface
  private interface GiveBack {
    void run() throws ReflectiveOperationException;
  }

  private Signals(GiveBack giveBack) {
    this.giveBack = giveBack;
  }

  /**
   * Takes a signal over; where the platform or the JVM's options do not let that be, it keeps its meaning.
   *
   * @param name such as {@code INT}
   * @param action what is done each time, in a thread that must soon be free
   */
  public static Signals handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ours = Proxy.newProxyInstance(
          handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
            action.run();
            return null;
          });
      Method handle = signal.getMethod("handle", signal, handler);
      Object wanted = signal.getConstructor(String.class).newInstance(name);
      Object before = handle.invoke(null, wanted, ours);
      return new Signals(() -> handle.invoke(null, wanted, before));
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return new Signals(() -> {});
    }
  }

  /** Gives the signal back to whoever had it. */
  @Override
  public void close() {
    try {
      giveBack.run();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A signal cannot be given back", e);
    }
  }
}
