package dev.treadle.examples.penguins;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.Html;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** From rows to a model, its scores and a report. */
public final class ModelSteps {
  private ModelSteps() {}

  @Step
  public static Classifier train(
      StepContext ctx, List<Penguin> rows, int epochs, double learningRate, long seed) {
    Scaling scaling = Scaling.of(rows);
    // A new trainer each time: one that is used again draws other random numbers.
    var trainer = new LinearSGDTrainer(
        new LogMulticlass(), new AdaGrad(learningRate, 0.1), epochs, rows.size(), 1, seed);
    Classifier model = classifier(trainer.train(dataset(rows, scaling)), scaling);

    ctx.metric("training-accuracy", scores(model, rows).accuracy());
    return model;
  }

  @Step
  public static Scores evaluate(StepContext ctx, Classifier model, List<Penguin> test) {
    Scores scores = scores(model, test);
    ctx.metric("accuracy", scores.accuracy());
    ctx.metric("macro-f1", scores.macroF1());
    return scores;
  }

  @Step
  public static Html report(Classifier model, Scores scores, Split split) {
    return new Html(ReportPage.render(model, scores, split));
  }

  private static MutableDataset<Label> dataset(List<Penguin> rows, Scaling scaling) {
    var labels = new LabelFactory();
    var dataset = new MutableDataset<>(new SimpleDataSourceProvenance("penguins", labels), labels);
    String[] names = Penguin.FEATURES.toArray(String[]::new);
    for (Penguin row : rows) {
      dataset.add(
          new ArrayExample<>(new Label(row.species()), names, scaling.apply(row.measurements())));
    }
    return dataset;
  }

  /**
   * The weights by name. Tribuo's own model is not returned because its bytes hold times, and its order of species is that
   * of the rows.
   */
  private static Classifier classifier(LinearSGDModel trained, Scaling scaling) {
    List<String> species = trained.getOutputIDInfo().getDomain().stream()
        .map(Label::getLabel)
        .sorted()
        .toList();
    DenseMatrix weights = trained.getWeightsCopy();
    int bias = Penguin.FEATURES.size();
    double[][] rows = new double[species.size()][bias + 1];
    for (int i = 0; i < rows.length; i++) {
      int row = trained.getOutputIDInfo().getID(new Label(species.get(i)));
      for (int j = 0; j < bias; j++) {
        rows[i][j] = weights.get(row, trained.getFeatureIDMap().getID(Penguin.FEATURES.get(j)));
      }
      rows[i][bias] = weights.get(row, bias);
    }
    return new Classifier(Penguin.FEATURES, species, scaling.means(), scaling.deviations(), rows);
  }

  private static Scores scores(Classifier model, List<Penguin> rows) {
    int[][] confusion = IntStream.range(0, model.species().size())
        .mapToObj(i -> new int[model.species().size()])
        .toArray(int[][]::new);
    for (Penguin row : rows) {
      confusion[model.species().indexOf(row.species())][model.classify(row)]++;
    }
    return Scores.of(confusion);
  }
}
