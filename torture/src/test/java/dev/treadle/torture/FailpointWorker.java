package dev.treadle.torture;

import dev.treadle.failpoint.Failpoints;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A {@link Worker} that is halted when it comes to an edge for the N-th time. */
final class FailpointWorker {
  /** With what a halted process ends. */
  static final int HALTED = 86;

  private FailpointWorker() {}

  /** The first two arguments are the edge and N, the others are those of a worker. */
  public static void main(String[] arguments) throws IOException {
    AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[1]));
    Worker.work(
        java.util.Arrays.copyOfRange(arguments, 2, arguments.length),
        () -> Failpoints.arm(edge -> {
          if (edge.equals(arguments[0]) && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(HALTED);
          }
        }));
  }
}
