package dev.treadle.cli.launch;

import dev.treadle.api.run.RunEvent;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Text;
import java.util.function.Consumer;

/** Shows a run while it goes on. */
interface RunView {

  /** In the form that was asked for, live where lines can be written again. */
  static RunView of(Session session) {
    Consumer<String> talk = line -> session.say(Text.neutralised(line));
    return switch (session.format()) {
      case TABLE, WIDE, TSV ->
        session.canRedraw()
            ? new LiveView(
                session.out().sink(),
                session.out().look(),
                session.surroundings().terminal().height(),
                session.clock())
            : new LineView(session.out().sink(), session.out().look(), talk);
      case NDJSON -> new EventRelay(session.out().sink(), talk);
      case JSON, YAML, NAME -> new Silence(talk);
    };
  }

  /** Something happened; {@code line} is the event as it came. */
  void on(RunEvent event, String line);

  /** A line that the process printed. */
  void printed(String line);

  /** Time has passed. */
  default void tick() {}

  /** Nothing more will come. */
  default void end() {}
}
