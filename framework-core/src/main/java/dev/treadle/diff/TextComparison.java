package dev.treadle.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import dev.treadle.api.diff.TextDifference;
import dev.treadle.api.diff.TextHunk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares texts line by line. */
final class TextComparison {
  /** Up to how many lines between what both begin and end with are matched: the work grows with their product. */
  static final int MOST_LINES = 10_000;

  static final int MOST_HUNKS = 200;

  private static final int CONTEXT = 3;

  private final List<String> base;
  private final List<String> other;

  private TextComparison(List<String> base, List<String> other) {
    this.base = base;
    this.other = other;
  }

  static TextDifference between(List<String> base, List<String> other) {
    return new TextComparison(base, other).difference();
  }

  private TextDifference difference() {
    int least = Math.min(base.size(), other.size());
    int start = 0;
    while (start < least && base.get(start).equals(other.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && base.get(base.size() - 1 - end).equals(other.get(other.size() - 1 - end))) {
      end++;
    }
    var before = base.subList(start, base.size() - end);
    var after = other.subList(start, other.size() - end);
    if (Math.max(before.size(), after.size()) > MOST_LINES) {
      return uncounted(before, after);
    }
    var deltas = DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas();
    var groups = groups(deltas);
    int from = start;
    return new TextDifference(
        base.size(),
        other.size(),
        deltas.stream().mapToLong(delta -> delta.getTarget().size()).sum(),
        deltas.stream().mapToLong(delta -> delta.getSource().size()).sum(),
        groups.stream().limit(MOST_HUNKS).map(group -> hunk(group, from)).toList(),
        groups.size() <= MOST_HUNKS);
  }

  /** By the number of each line alone, wherever it is. */
  private TextDifference uncounted(List<String> before, List<String> after) {
    Map<String, Integer> balance = new HashMap<>();
    before.forEach(line -> balance.merge(line, -1, Integer::sum));
    after.forEach(line -> balance.merge(line, 1, Integer::sum));
    return new TextDifference(
        base.size(),
        other.size(),
        balance.values().stream().filter(n -> n > 0).mapToLong(n -> n).sum(),
        balance.values().stream().filter(n -> n < 0).mapToLong(n -> -n).sum(),
        List.of(),
        false);
  }

  /** Deltas whose surroundings would touch are one hunk. */
  private static List<List<AbstractDelta<String>>> groups(List<AbstractDelta<String>> deltas) {
    var groups = new ArrayList<List<AbstractDelta<String>>>();
    int end = -1;
    for (var delta : deltas) {
      int position = delta.getSource().getPosition();
      if (groups.isEmpty() || position - end > 2 * CONTEXT) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(delta);
      end = position + delta.getSource().size();
    }
    return groups;
  }

  private TextHunk hunk(List<AbstractDelta<String>> deltas, int start) {
    var first = deltas.get(0);
    int begin = start + first.getSource().getPosition();
    int from = Math.max(0, begin - CONTEXT);
    int shift = first.getTarget().getPosition() - first.getSource().getPosition();
    var lines = new ArrayList<String>();
    var added = new ArrayList<String>();
    int at = from;
    for (var delta : deltas) {
      int position = start + delta.getSource().getPosition();
      if (position > at) {
        // What was added where something was removed comes after it, in however many deltas.
        lines.addAll(added);
        added.clear();
        both(lines, at, position);
      }
      delta.getSource().getLines().forEach(line -> lines.add("-" + line));
      delta.getTarget().getLines().forEach(line -> added.add("+" + line));
      at = position + delta.getSource().size();
    }
    lines.addAll(added);
    both(lines, at, Math.min(base.size(), at + CONTEXT));
    return new TextHunk(from + 1, from + shift + 1, lines);
  }

  private void both(List<String> lines, int from, int to) {
    base.subList(from, to).forEach(line -> lines.add(" " + line));
  }
}
