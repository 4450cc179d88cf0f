package dev.treadle.examples.digits;

import java.util.List;
import java.util.stream.IntStream;

/** How the served model did; an answer for each image, in their order. */
public record Scores(double accuracy, double macroF1, int correct, List<Integer> answers) {

  static Scores of(List<Image> images, List<Integer> answers) {
    int correct = (int) IntStream.range(0, images.size())
        .filter(i -> images.get(i).digit() == answers.get(i))
        .count();
    double macroF1 = IntStream.range(0, 10)
        .mapToDouble(digit -> f1(digit, images, answers))
        .average()
        .orElse(0);
    return new Scores((double) correct / images.size(), macroF1, correct, List.copyOf(answers));
  }

  private static double f1(int digit, List<Image> images, List<Integer> answers) {
    long actual = images.stream().filter(image -> image.digit() == digit).count();
    long predicted = answers.stream().filter(answer -> answer == digit).count();
    long hit = IntStream.range(0, images.size())
        .filter(i -> images.get(i).digit() == digit && answers.get(i) == digit)
        .count();
    return actual + predicted == 0 ? 0 : 2.0 * hit / (actual + predicted);
  }
}
