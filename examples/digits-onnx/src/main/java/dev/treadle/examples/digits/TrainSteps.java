package dev.treadle.examples.digits;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** From the file to a model. */
public final class TrainSteps {
  private static final int PIXELS = Image.SIDE * Image.SIDE;
  private static final String[] NAMES =
      IntStream.range(0, PIXELS).mapToObj(i -> "p" + i).toArray(String[]::new);

  private TrainSteps() {}

  @Step
  public static List<Image> load(StepContext ctx, Path file) throws IOException {
    List<Image> images = new ArrayList<>();
    try (var lines = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        images.add(image(line, images.size() + 1));
      }
    }
    ctx.metadata("images", images.size());
    return List.copyOf(images);
  }

  static Image image(String line, int number) {
    int[] cells;
    try {
      cells = Arrays.stream(line.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Line " + number + ": " + e.getMessage(), e);
    }
    if (cells.length != PIXELS + 1
        || Arrays.stream(cells).anyMatch(c -> c < 0 || c > Image.BLACK)) {
      throw new IllegalArgumentException(
          "Line %d has %d numbers; 64 pixels from 0 to 16 and a digit are needed"
              .formatted(number, cells.length));
    }
    return new Image(Arrays.copyOf(cells, PIXELS), cells[PIXELS]);
  }

  @Step
  public static Split split(List<Image> images, double testFraction, long seed) {
    if (!(testFraction > 0 && testFraction < 1)) {
      throw new IllegalArgumentException(
          "testFraction must be between 0 and 1, but is " + testFraction);
    }
    List<Image> shuffled = new ArrayList<>(images);
    Collections.shuffle(shuffled, new Random(seed));
    int cut = shuffled.size() - (int) Math.round(shuffled.size() * testFraction);
    return new Split(
        List.copyOf(shuffled.subList(0, cut)), List.copyOf(shuffled.subList(cut, shuffled.size())));
  }

  @Step
  public static Trained train(StepContext ctx, List<Image> images, int epochs, long seed)
      throws IOException {
    var labels = new LabelFactory();
    var dataset = new MutableDataset<>(new SimpleDataSourceProvenance("digits", labels), labels);
    for (Image image : images) {
      double[] values = Arrays.stream(image.pixels())
          .mapToDouble(p -> (double) p / Image.BLACK)
          .toArray();
      dataset.add(new ArrayExample<>(new Label(String.valueOf(image.digit())), NAMES, values));
    }
    var trainer =
        new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1), epochs, images.size(), 1, seed);
    LinearSGDModel model = trainer.train(dataset);
    Path file = ctx.outputDirectory().resolve("digits.onnx");
    model.saveONNXModel("dev.treadle.examples", 1, file);
    return new Trained(file, linear(model));
  }

  /** Inputs and answers in the model's own order, found by name. */
  private static Linear linear(LinearSGDModel model) {
    List<Integer> digits = IntStream.range(0, model.getOutputIDInfo().size())
        .mapToObj(i -> Integer.valueOf(model.getOutputIDInfo().getOutput(i).getLabel()))
        .toList();
    List<Integer> pixels = IntStream.range(0, model.getFeatureIDMap().size())
        .mapToObj(i -> Integer.valueOf(model.getFeatureIDMap().get(i).getName().substring(1)))
        .toList();
    var weights = model.getWeightsCopy();
    double[][] rows = new double[digits.size()][pixels.size() + 1];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = weights.get(i, j);
      }
    }
    return new Linear(digits, pixels, rows);
  }
}
