package dev.treadle.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what was probably meant by a name that does not exist.
 *
 * @since 0.1
 */
public final class NearNames {
  private static final int LONGEST = 100;

  private NearNames() {}

  /** The nearest of the known names, if one differs in no more than about a third of its letters. */
  public static Optional<String> of(String wanted, Collection<String> known) {
    if (wanted.length() > LONGEST) {
      return Optional.empty();
    }
    var limit = Math.max(1, wanted.length() / 3);
    return known.stream()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= limit)
        .filter(name -> distance(wanted, name) <= limit)
        .min(Comparator.<String>comparingInt(name -> distance(wanted, name))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** The end of a sentence about a name that does not exist: {@code ; did you mean 'x'?}, or a period. */
  public static String hint(String wanted, Collection<String> known) {
    return of(wanted, known).map(name -> "; did you mean '" + name + "'?").orElse(".");
  }

  /** Edits with neighbours swapped counted as one, case ignored. */
  private static int distance(String from, String to) {
    var a = from.toLowerCase(Locale.ROOT);
    var b = to.toLowerCase(Locale.ROOT);
    var cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
