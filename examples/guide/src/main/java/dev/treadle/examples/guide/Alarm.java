package dev.treadle.examples.guide;

import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunEvent.RunEnded;
import dev.treadle.api.run.RunEvent.RunStarted;
import dev.treadle.api.run.RunListener;
import dev.treadle.api.run.RunStatus;

/** Wakes somebody when a run has failed. */
public final class Alarm implements RunListener {
  private long number;

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunStarted started) {
      number = started.number();
    } else if (event instanceof RunEnded ended && ended.status() == RunStatus.FAILED) {
      System.err.println("run " + number + " needs help: " + ended.error());
    }
  }
}
