package dev.treadle.api.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * How often each actual class was predicted as each class. Immutable.
 *
 * @param labels the classes, in the order of rows and columns
 * @param counts a row for each actual class, a column for each predicted one
 * @since 0.1
 */
public record ConfusionMatrix(List<String> labels, List<List<Long>> counts) {

  /**
   * Checks that the matrix is square and copies it.
   *
   * @throws IllegalArgumentException when a row or a column is missing or a count is negative
   */
  public ConfusionMatrix {
    labels = List.copyOf(labels);
    counts = counts.stream().map(List::copyOf).toList();
    int size = labels.size();
    if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException(
          "%d labels need a matrix of %d × %d counts".formatted(size, size, size));
    }
    if (counts.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("A count is negative");
    }
  }

  /**
   * Counts pairs of labels; the matrix has every label that occurs, sorted.
   *
   * @throws IllegalArgumentException when the lists differ in length
   */
  public static ConfusionMatrix of(List<String> actual, List<String> predicted) {
    if (actual.size() != predicted.size()) {
      throw new IllegalArgumentException(
          "%d actual labels and %d predicted ones".formatted(actual.size(), predicted.size()));
    }
    var all = new TreeSet<>(actual);
    all.addAll(predicted);
    var labels = List.copyOf(all);
    var counts = new ArrayList<List<Long>>();
    labels.forEach(label -> counts.add(new ArrayList<>(Collections.nCopies(labels.size(), 0L))));
    for (int i = 0; i < actual.size(); i++) {
      var row = counts.get(Collections.binarySearch(labels, actual.get(i)));
      int column = Collections.binarySearch(labels, predicted.get(i));
      row.set(column, row.get(column) + 1);
    }
    return new ConfusionMatrix(labels, counts);
  }

  /** The number of pairs counted. */
  public long total() {
    return counts.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
  }

  /** The share of pairs on the diagonal; NaN when nothing was counted. */
  public double accuracy() {
    long hits = 0;
    for (int i = 0; i < labels.size(); i++) {
      hits += counts.get(i).get(i);
    }
    return (double) hits / total();
  }
}
