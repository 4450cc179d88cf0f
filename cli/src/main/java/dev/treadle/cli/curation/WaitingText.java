package dev.treadle.cli.curation;

import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Text;
import dev.treadle.curation.Swept;
import java.util.stream.Collectors;

/** What could not be deleted yet, and when it can. */
public final class WaitingText {
  private WaitingText() {}

  /** Adds a line when something waits. */
  public static Page add(Page page, Swept swept) {
    if (swept.waiting() == 0) {
      return page;
    }
    if (swept.waitingFor().isEmpty()) {
      return page.text(Text.of(Quantity.size(swept.waitingBytes())
          + " more can go, for which there was no time: treadle artifact prune"));
    }
    String runs =
        swept.waitingFor().stream().map(run -> "#" + run).collect(Collectors.joining(", "));
    return page.text(Text.of(Quantity.size(swept.waitingBytes()) + " more can go when " + runs
        + (swept.waitingFor().size() == 1 ? " has" : " have")
        + " ended: treadle artifact prune"));
  }
}
