package dev.treadle.examples.digits;

import ai.onnxruntime.OrtException;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.Markdown;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The exported model in another engine: is it the same model, and how good is it? */
public final class ServeSteps {
  private static final int COLUMNS = 8;
  private static final int ZOOM = 8;

  private ServeSteps() {}

  /** Fails when a score of the served model is further from what was learned than the tolerance. */
  @Step
  public static Parity parity(StepContext ctx, Trained model, List<Image> images, double tolerance)
      throws OrtException {
    float[][] served = serve(model, images);
    double greatest = 0;
    int same = 0;
    for (int i = 0; i < served.length; i++) {
      double[] learned = model.linear().scores(images.get(i));
      for (int j = 0; j < learned.length; j++) {
        greatest = Math.max(greatest, Math.abs(learned[j] - served[i][j]));
      }
      same += best(learned) == best(widened(served[i])) ? 1 : 0;
    }
    ctx.metric("greatest-difference", greatest);
    if (!(greatest <= tolerance)) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "Scores differ by %.2e, more than %.2e", greatest, tolerance));
    }
    return new Parity(greatest, same, images.size());
  }

  @Step
  public static Scores evaluate(StepContext ctx, Trained model, List<Image> images)
      throws OrtException {
    List<Integer> answers = new ArrayList<>();
    for (float[] scores : serve(model, images)) {
      answers.add(model.linear().digits().get(best(widened(scores))));
    }
    Scores result = Scores.of(images, answers);
    ctx.metric("accuracy", result.accuracy());
    ctx.metric("macro-f1", result.macroF1());
    return result;
  }

  /** The images that were taken for another digit. */
  @Step
  public static BufferedImage errorGrid(List<Image> images, Scores scores) {
    List<Image> wrong = IntStream.range(0, images.size())
        .filter(i -> images.get(i).digit() != scores.answers().get(i))
        .mapToObj(images::get)
        .toList();
    int cell = (Image.SIDE + 1) * ZOOM;
    int rows = Math.max(1, (wrong.size() + COLUMNS - 1) / COLUMNS);
    var grid = new BufferedImage(COLUMNS * cell, rows * cell, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < grid.getHeight(); y++) {
      for (int x = 0; x < grid.getWidth(); x++) {
        int index = y / cell * COLUMNS + x / cell;
        int column = x % cell / ZOOM;
        int row = y % cell / ZOOM;
        boolean inside = index < wrong.size() && column < Image.SIDE && row < Image.SIDE;
        int black = inside ? wrong.get(index).pixels()[row * Image.SIDE + column] : 0;
        grid.getRaster().setSample(x, y, 0, 255 - black * 255 / Image.BLACK);
      }
    }
    return grid;
  }

  @Step
  public static Markdown card(Scores scores, Parity parity) {
    return new Markdown(String.format(
        Locale.ROOT,
        """
        # Digits, a linear model

        %d of %d images are right: accuracy %.4f, macro F1 %.4f.

        Served by ONNX Runtime, %d of %d decisions are those of the trained model.
        """,
        scores.correct(),
        parity.total(),
        scores.accuracy(),
        scores.macroF1(),
        parity.sameDecisions(),
        parity.total()));
  }

  private static float[][] serve(Trained model, List<Image> images) throws OrtException {
    return OnnxModel.scores(
        model.onnx(), images.stream().map(model.linear()::inputs).toList());
  }

  private static double[] widened(float[] scores) {
    return IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).toArray();
  }

  private static int best(double[] scores) {
    return IntStream.range(1, scores.length).reduce(0, (a, b) -> scores[b] > scores[a] ? b : a);
  }
}
