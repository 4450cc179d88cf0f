package dev.treadle.examples.sweep;

import dev.treadle.examples.penguins.Penguin;
import java.util.List;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Decision trees and forests of them. They need no scaling. */
final class Trees {
  private static final String[] FEATURES = {"beakLength", "beakDepth", "flipperLength", "bodyMass"};
  private static final int LEAST_ROWS_IN_A_LEAF = 5;

  private Trees() {}

  static Model<Label> train(List<Penguin> rows, Setting setting) {
    var labels = new LabelFactory();
    var dataset = new MutableDataset<>(new SimpleDataSourceProvenance("penguins", labels), labels);
    rows.forEach(row -> dataset.add(example(row)));
    // A new trainer each time: one that is used again draws other random numbers.
    return trainer(setting).train(dataset);
  }

  static boolean isRight(Model<Label> model, Penguin row) {
    return model.predict(example(row)).getOutput().getLabel().equals(row.species());
  }

  private static Trainer<Label> trainer(Setting setting) {
    return setting.trees() == 1
        ? tree(setting, 1)
        : new RandomForestTrainer<>(
            tree(setting, 0.5f), new VotingCombiner(), setting.trees(), setting.seed());
  }

  private static CARTClassificationTrainer tree(Setting setting, float shareOfFeatures) {
    return new CARTClassificationTrainer(
        setting.maxDepth(),
        LEAST_ROWS_IN_A_LEAF,
        0,
        shareOfFeatures,
        false,
        new GiniIndex(),
        setting.seed());
  }

  private static ArrayExample<Label> example(Penguin row) {
    return new ArrayExample<>(new Label(row.species()), FEATURES, new double[] {
      row.beakLength(), row.beakDepth(), row.flipperLength(), row.bodyMass()
    });
  }
}
