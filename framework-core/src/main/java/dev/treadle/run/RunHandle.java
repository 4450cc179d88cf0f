package dev.treadle.run;

import dev.treadle.api.run.RunResult;
import java.util.UUID;

/** A run that is going on. */
public interface RunHandle {

  UUID id();

  long number();

  /** Waits for the end; everything the run made is durable then. */
  RunResult await();

  /** Starts nothing more and interrupts what runs; the run ends as cancelled. Does not wait. */
  void cancel();
}
