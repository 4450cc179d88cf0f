package dev.treadle.curation;

import java.util.List;

/**
 * What was deleted of the artifact store.
 *
 * @param objects how many objects
 * @param bytes what these took
 * @param waiting how many more are condemned
 * @param waitingBytes what these take
 * @param waitingFor the numbers of the runs that have to end before those can be deleted; empty when there was only no time
 */
public record Swept(
    long objects, long bytes, long waiting, long waitingBytes, List<Long> waitingFor) {
  public static final Swept NOTHING = new Swept(0, 0, 0, 0, List.of());

  public Swept {
    waitingFor = List.copyOf(waitingFor);
  }

  /** This with what was deleted afterwards; what waits is what waited then. */
  Swept then(Swept after) {
    return new Swept(
        objects + after.objects,
        bytes + after.bytes,
        after.waiting,
        after.waitingBytes,
        after.waitingFor);
  }
}
