package dev.treadle.failpoint;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Edges of publishing and committing, at which a test may throw, halt the process or wait. Nothing happens at them otherwise;
 * only tests arm them.
 */
public final class Failpoints {
  private static volatile @Nullable Consumer<String> armed;

  private Failpoints() {}

  /** The calling thread is at an edge, such as {@code commit.afterCommit}. */
  public static void hit(String edge) {
    Consumer<String> action = armed;
    if (action != null) {
      action.accept(edge);
    }
  }

  /** Has all edges of this process call an action. */
  public static void arm(Consumer<String> action) {
    armed = action;
  }

  /** Has nothing happen any more. */
  public static void disarm() {
    armed = null;
  }
}
