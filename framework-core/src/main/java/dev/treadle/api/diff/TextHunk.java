package dev.treadle.api.diff;

import java.util.List;

/**
 * A place where texts differ.
 *
 * @param baseLine the number of its first line in the base, from 1
 * @param otherLine the number of its first line in the other
 * @param lines each after a space (both have it), {@code -} (the base only) or {@code +} (the other only)
 * @since 0.1
 */
public record TextHunk(int baseLine, int otherLine, List<String> lines) {

  public TextHunk {
    lines = List.copyOf(lines);
  }
}
