package dev.treadle.materialize;

import dev.treadle.spi.ValueDescription;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** The least and the greatest number in an array; NaN takes no part but is told. */
final class ArrayRange {

  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private boolean isEmpty = true;
  private long nans;

  void include(@Nullable Object array) {
    if (array instanceof @Nullable Object[] rows) {
      for (var row : rows) {
        include(row);
      }
    } else if (array instanceof double[] numbers) {
      for (double number : numbers) {
        include(number);
      }
    } else if (array != null && !(array instanceof boolean[])) {
      for (int i = 0; i < Array.getLength(array); i++) {
        include(Array.getDouble(array, i));
      }
    }
  }

  private void include(double number) {
    if (Double.isNaN(number)) {
      nans++;
      return;
    }
    isEmpty = false;
    min = Math.min(min, number);
    max = Math.max(max, number);
  }

  void describe(ValueDescription description) {
    if (!isEmpty) {
      description.fact("min", min);
      description.fact("max", max);
    }
    if (nans > 0) {
      description.fact("nans", nans);
    }
  }
}
