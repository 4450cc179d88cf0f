package dev.treadle.examples.penguins;

import java.util.List;

/** A complete row: lengths in millimetres, mass in grams. */
public record Penguin(
    String species,
    String island,
    double beakLength,
    double beakDepth,
    double flipperLength,
    double bodyMass) {

  static final List<String> FEATURES =
      List.of("beakLength", "beakDepth", "flipperLength", "bodyMass");

  /** The measurements in the order of {@link #FEATURES}. */
  double[] measurements() {
    return new double[] {beakLength, beakDepth, flipperLength, bodyMass};
  }
}
