package dev.treadle.diff;

import dev.treadle.api.diff.ArrayDifference;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers of a value that form an array or a matrix, by rows. */
final class NumberArray {
  private static final long EXACT = 1L << 53;

  private final String element;
  private final List<Integer> shape;
  private final double[] numbers;

  private NumberArray(String element, List<Integer> shape, double[] numbers) {
    this.element = element;
    this.shape = shape;
    this.numbers = numbers;
  }

  /** The numbers; null when the value is something else, rows differ in length, or a double cannot hold one. */
  static @Nullable NumberArray of(@Nullable Object value) {
    if (value == null || !(value instanceof List<?> || value.getClass().isArray())) {
      return null;
    }
    var shape = new ArrayList<Integer>();
    var numbers = new Numbers();
    return numbers.addAll(value, 0, shape)
        ? new NumberArray(numbers.element, shape, numbers.trimmed())
        : null;
  }

  int size() {
    return numbers.length;
  }

  ArrayDifference differenceTo(NumberArray other) {
    if (!shape.equals(other.shape)) {
      return new ArrayDifference(element, shape, other.shape, 0, 0, null, null);
    }
    var elements = new Elements();
    for (int i = 0; i < numbers.length; i++) {
      elements.add(numbers[i], other.numbers[i]);
    }
    return elements.difference(element, shape);
  }

  private static final class Numbers {
    private String element = "number";
    private double[] numbers = new double[16];
    private int size;

    boolean addAll(@Nullable Object value, int dimension, List<Integer> shape) {
      if (value instanceof Number number) {
        return dimension == shape.size() && add(number);
      }
      var length = length(value);
      if (length < 0) {
        return false;
      }
      if (dimension == shape.size()) {
        if (size > 0) {
          return false;
        }
        shape.add(length);
      } else if (shape.get(dimension) != length) {
        return false;
      }
      if (value != null && value.getClass().isArray()) {
        element = value.getClass().getComponentType().getName();
      }
      for (int i = 0; i < length; i++) {
        if (!addAll(item(value, i), dimension + 1, shape)) {
          return false;
        }
      }
      return true;
    }

    double[] trimmed() {
      return Arrays.copyOf(numbers, size);
    }

    private boolean add(Number number) {
      if (number instanceof Long whole && Math.abs(whole) > EXACT) {
        return false;
      }
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number.doubleValue();
      return true;
    }

    private static int length(@Nullable Object value) {
      if (value instanceof List<?> list) {
        return list.size();
      }
      return value != null && value.getClass().isArray() ? Array.getLength(value) : -1;
    }

    private static @Nullable Object item(@Nullable Object value, int index) {
      return value instanceof List<?> list
          ? list.get(index)
          : value == null ? null : Array.get(value, index);
    }
  }
}
