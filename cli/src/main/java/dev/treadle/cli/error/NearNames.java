package dev.treadle.cli.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names that somebody may have meant. */
public final class NearNames {
  private static final int AT_MOST = 3;

  private NearNames() {}

  /** Up to three of the names, the nearest first; none when nothing is near. */
  public static List<String> of(String wanted, Collection<String> names) {
    int farthest = Math.max(1, wanted.length() / 3);
    return names.stream()
        .distinct()
        .filter(name ->
            distance(wanted, name) <= farthest || (wanted.length() >= 3 && name.contains(wanted)))
        .sorted(Comparator.<String>comparingInt(name -> distance(wanted, name))
            .thenComparing(Comparator.naturalOrder()))
        .limit(AT_MOST)
        .toList();
  }

  /** {@code did you mean: a, b} behind the separator, or nothing. */
  public static String hint(String separator, String wanted, Collection<String> names) {
    List<String> near = of(wanted, names);
    return near.isEmpty() ? "" : separator + "did you mean: " + String.join(", ", near);
  }

  /** Edits between two texts, where swapped neighbours count as one. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
