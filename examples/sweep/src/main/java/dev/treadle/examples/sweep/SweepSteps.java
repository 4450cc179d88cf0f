package dev.treadle.examples.sweep;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.Markdown;
import dev.treadle.examples.penguins.Penguin;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** From a grid of settings to a model, or to a reason why there is none. */
public final class SweepSteps {
  /** Ties go to the smaller model; among equals the first of the grid wins. */
  private static final Comparator<Candidate> BETTER = Comparator.comparingInt(Candidate::correct)
      .reversed()
      .thenComparingInt(candidate -> candidate.setting().trees())
      .thenComparingInt(candidate -> candidate.setting().maxDepth());

  private SweepSteps() {}

  @Step
  public static List<Setting> grid(List<Integer> depths, List<Integer> trees, long seed) {
    requirePositive("depths", depths);
    requirePositive("trees", trees);
    return trees.stream()
        .flatMap(number -> depths.stream().map(depth -> new Setting(depth, number, seed)))
        .toList();
  }

  @Step(retries = 1)
  public static Candidate trial(
      StepContext ctx, List<Penguin> train, List<Penguin> test, Setting setting) {
    var model = Trees.train(train, setting);
    int correct = (int) test.stream().filter(row -> Trees.isRight(model, row)).count();
    var candidate = new Candidate(setting, correct, test.size());
    ctx.metric("accuracy", candidate.accuracy());
    return candidate;
  }

  @Step
  public static Candidate pickBest(StepContext ctx, List<Candidate> all) {
    Candidate best = all.stream().min(BETTER).orElseThrow();
    ctx.metric("accuracy", best.accuracy());
    ctx.metric("max-depth", best.setting().maxDepth());
    ctx.metric("trees", best.setting().trees());
    return best;
  }

  @Step
  public static boolean goodEnough(Candidate best, double threshold) {
    return best.accuracy() >= threshold;
  }

  /** The model for use: the best setting on all rows, those of the test too. */
  @Step
  public static Path fit(StepContext ctx, List<Penguin> all, Setting best) throws IOException {
    Path file = ctx.outputDirectory().resolve("penguins.model");
    try (var out = new ObjectOutputStream(Files.newOutputStream(file))) {
      // Not Tribuo's own format: writing it fails where the upper case of 'i' has a dot.
      out.writeObject(Trees.train(all, best));
    }
    return file;
  }

  @Step
  public static Markdown explainMiss(List<Candidate> all, double threshold) {
    var text = new StringBuilder(format("No setting reaches %.3f.\n\n", threshold))
        .append("| depth | trees | right |\n|---|---|---|\n");
    all.stream()
        .sorted(BETTER)
        .forEach(candidate -> text.append(format(
            "| %d | %d | %d of %d |\n",
            candidate.setting().maxDepth(),
            candidate.setting().trees(),
            candidate.correct(),
            candidate.total())));
    return new Markdown(text.toString());
  }

  private static void requirePositive(String parameter, List<Integer> values) {
    if (values.isEmpty() || values.stream().anyMatch(value -> value < 1)) {
      throw new IllegalArgumentException(
          parameter + " must be numbers from 1 on, but are " + values);
    }
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
