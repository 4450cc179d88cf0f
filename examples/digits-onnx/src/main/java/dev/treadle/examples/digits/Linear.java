package dev.treadle.examples.digits;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was learned, in plain numbers. Only pixels that were black somewhere exist in the model, so each input of it is the pixel
 * that stands at its place in {@code pixels}; a row of weights belongs to a digit and ends with the bias.
 */
public record Linear(List<Integer> digits, List<Integer> pixels, double[][] weights) {

  /** The inputs of the model for an image. */
  float[] inputs(Image image) {
    float[] inputs = new float[pixels.size()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) image.pixels()[pixels.get(i)] / Image.BLACK;
    }
    return inputs;
  }

  /** The likelihood of each of the digits. */
  double[] scores(Image image) {
    float[] inputs = inputs(image);
    double[] sums = Arrays.stream(weights)
        .mapToDouble(row -> row[inputs.length]
            + IntStream.range(0, inputs.length)
                .mapToDouble(i -> row[i] * inputs[i])
                .sum())
        .toArray();
    double greatest = Arrays.stream(sums).max().orElse(0);
    double[] powers = Arrays.stream(sums).map(sum -> Math.exp(sum - greatest)).toArray();
    double total = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / total).toArray();
  }
}
