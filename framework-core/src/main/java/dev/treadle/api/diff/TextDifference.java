package dev.treadle.api.diff;

import java.util.List;
import java.util.Locale;

/**
 * Texts compared line by line.
 *
 * @param added lines that only the other has
 * @param removed lines that only the base has
 * @param hunks where they differ, each with up to three lines around it
 * @param complete whether all hunks are here; without them when the texts are too long or there are too many
 * @since 0.1
 */
public record TextDifference(
    long baseLines,
    long otherLines,
    long added,
    long removed,
    List<TextHunk> hunks,
    boolean complete)
    implements Difference {

  public TextDifference {
    hunks = List.copyOf(hunks);
  }

  @Override
  public boolean isEmpty() {
    return added == 0 && removed == 0;
  }

  @Override
  public String summary() {
    return isEmpty()
        ? "the same lines"
        : String.format(
            Locale.ROOT,
            "%,d %s added, %,d removed",
            added,
            added == 1 ? "line" : "lines",
            removed);
  }
}
