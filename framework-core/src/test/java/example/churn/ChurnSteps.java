package example.churn;

import dev.treadle.api.Caching;
import dev.treadle.api.Outputs;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public final class ChurnSteps {
  public record Dataset(List<double[]> rows) {}

  public record Split(Dataset train, Dataset test) implements Outputs {} // two named artifacts

  public record HyperParams(double learningRate, int epochs) {}

  public record Model(double[] weights) {}

  public record Candidate(HyperParams params, Model model, double accuracy) {}

  @Step
  public static Dataset load(StepContext ctx, String csv) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(csv))) {
      var rows = lines
          .map(l -> Stream.of(l.split(",")).mapToDouble(Double::parseDouble).toArray())
          .toList();
      ctx.metadata("rows", rows.size());
      return new Dataset(rows);
    }
  }

  @Step
  public static Split split(Dataset data, double testFraction) {
    int cut = (int) (data.rows().size() * testFraction);
    return new Split(
        new Dataset(data.rows().subList(cut, data.rows().size())),
        new Dataset(data.rows().subList(0, cut)));
  }

  @Step
  public static List<HyperParams> grid(int trials) {
    return IntStream.rangeClosed(1, trials)
        .mapToObj(i -> new HyperParams(0.05 * i, 20))
        .toList();
  }

  @Step(retries = 2)
  public static Model train(StepContext ctx, Dataset data, HyperParams hp) {
    double[] w = new double[data.rows().get(0).length - 1];
    for (int epoch = 0; epoch < hp.epochs(); epoch++) {
      double sumOfErrors = 0;
      for (double[] row : data.rows()) {
        double error = row[w.length] - predict(w, row);
        sumOfErrors += Math.abs(error);
        for (int j = 0; j < w.length; j++) w[j] += hp.learningRate() * error * row[j];
      }
      ctx.metric("error", epoch, sumOfErrors);
    }
    return new Model(w);
  }

  @Step
  public static Candidate evaluate(Model model, Dataset test, HyperParams hp) {
    long hits = test.rows().stream()
        .filter(r -> predict(model.weights(), r) == r[r.length - 1])
        .count();
    return new Candidate(hp, model, (double) hits / test.rows().size());
  }

  @Step
  public static Candidate pickBest(List<Candidate> all) {
    return all.stream().max(Comparator.comparingDouble(Candidate::accuracy)).orElseThrow();
  }

  @Step
  public static boolean goodEnough(Candidate best, double threshold) {
    return best.accuracy() >= threshold;
  }

  @Step(cache = Caching.OFF)
  public static void publish(StepContext ctx, Model model) {
    ctx.metadata("weights", model.weights().length);
  }

  private static double predict(double[] w, double[] row) {
    double z = 0;
    for (int j = 0; j < w.length; j++) z += w[j] * row[j];
    return z > 0 ? 1 : 0;
  }
}
