package dev.treadle.query;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.NearNames;
import dev.treadle.error.TreadleException;
import java.util.Collection;

/** Says what is wrong in a filter, and where. */
final class FilterMistake {
  private FilterMistake() {}

  static TreadleException at(String filter, int position, String what) {
    return at(filter, position, what, "");
  }

  static TreadleException unknown(
      String filter, int position, String what, String wanted, Collection<String> known) {
    String near =
        NearNames.of(wanted, known).map(name -> "\ndid you mean: " + name).orElse("");
    return at(
        filter,
        position,
        what + " '" + wanted + "'",
        "\nlooked in " + String.join(", ", known) + near);
  }

  static TreadleException at(String filter, int position, String what, String more) {
    return new TreadleException(
        CoreProblem.FILTER_INVALID,
        "The filter has a mistake in column " + (position + 1) + ": " + what
            + "\n| " + filter.replace('\n', ' ')
            + "\n| " + " ".repeat(position) + "^"
            + more
            + "\nsee: treadle help filters");
  }
}
