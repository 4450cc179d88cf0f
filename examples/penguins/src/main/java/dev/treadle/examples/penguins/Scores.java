package dev.treadle.examples.penguins;

import java.util.stream.IntStream;

/** How a classifier did. Rows of the confusion matrix are the true species, columns the predicted ones. */
public record Scores(double accuracy, double macroF1, int correct, int total, int[][] confusion) {

  static Scores of(int[][] confusion) {
    int total =
        IntStream.range(0, confusion.length).map(i -> actual(confusion, i)).sum();
    int correct = IntStream.range(0, confusion.length).map(i -> confusion[i][i]).sum();
    double macroF1 = IntStream.range(0, confusion.length)
        .mapToDouble(i -> f1(confusion, i))
        .average()
        .orElse(0);
    return new Scores((double) correct / total, macroF1, correct, total, confusion);
  }

  private static double f1(int[][] confusion, int i) {
    int seen = actual(confusion, i) + predicted(confusion, i);
    return seen == 0 ? 0 : 2.0 * confusion[i][i] / seen;
  }

  private static int actual(int[][] confusion, int i) {
    return IntStream.of(confusion[i]).sum();
  }

  private static int predicted(int[][] confusion, int i) {
    return IntStream.range(0, confusion.length).map(row -> confusion[row][i]).sum();
  }
}
