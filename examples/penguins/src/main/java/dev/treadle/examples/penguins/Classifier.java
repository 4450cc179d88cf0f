package dev.treadle.examples.penguins;

import java.util.List;

/**
 * A linear classifier on scaled measurements. The scaling belongs to the model: its means and deviations come from the
 * rows that it learned from. A row of weights belongs to a species and ends with the bias.
 */
public record Classifier(
    List<String> features,
    List<String> species,
    double[] means,
    double[] deviations,
    double[][] weights) {

  /** The index in {@link #species} of the likeliest one. */
  int classify(Penguin penguin) {
    double[] scaled = new Scaling(means, deviations).apply(penguin.measurements());
    int best = 0;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      double score = weights[i][scaled.length];
      for (int j = 0; j < scaled.length; j++) {
        score += weights[i][j] * scaled[j];
      }
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    return best;
  }
}
