package dev.treadle.api.diff;

import java.util.List;
import java.util.Locale;

/**
 * Files compared by name, size and digest, without a look inside.
 *
 * @param unchanged how many files are the same
 * @param changes how many are not
 * @param shown the first of these by name
 * @since 0.1
 */
public record FilesDifference(long unchanged, long changes, List<FileChange> shown)
    implements Difference {

  public FilesDifference {
    shown = List.copyOf(shown);
  }

  @Override
  public boolean isEmpty() {
    return changes == 0;
  }

  @Override
  public String summary() {
    if (changes == 1 && shown.size() == 1) {
      return shown.get(0).summary();
    }
    return changes == 0
        ? "the same files"
        : String.format(Locale.ROOT, "%,d of %,d files differ", changes, changes + unchanged);
  }
}
