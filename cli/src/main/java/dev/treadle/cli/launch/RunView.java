package dev.treadle.cli.launch;

import dev.treadle.event.RunEvent;

/** Shows a run while it goes on. */
interface RunView {

  /** Something happened; {@code line} is the event as it came. */
  void on(RunEvent event, String line);

  /** A line that the process printed. */
  void printed(String line);

  /** Time has passed. */
  default void tick() {}

  /** Nothing more will come. */
  default void end() {}
}
