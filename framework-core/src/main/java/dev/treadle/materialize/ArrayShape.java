package dev.treadle.materialize;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lengths of an array and of all arrays in it, depth first; -1 for null. */
final class ArrayShape {

  private final int[] lengths;
  private int[] table = new int[16];
  private int entries;
  private long elements;
  private boolean isJagged;

  private ArrayShape(int dimensions) {
    this.lengths = new int[dimensions];
    Arrays.fill(lengths, -1);
  }

  static ArrayHeader of(Object array, Class<?> element, int dimensions, ArrayShape[] shape) {
    var found = new ArrayShape(dimensions);
    found.visit(array, 0);
    long product = 1;
    for (int i = 0; i < dimensions; i++) {
      found.lengths[i] = Math.max(0, found.lengths[i]);
      product *= found.lengths[i];
    }
    // Many empty rows are listed, so that a file of 64 bytes can never announce a billion of them.
    boolean listed = found.isJagged || (product == 0 && found.lengths[0] > 0);
    shape[0] = found;
    return new ArrayHeader(
        Elements.letter(element),
        dimensions,
        found.lengths,
        listed,
        listed ? found.entries : 0,
        found.elements);
  }

  int[] table() {
    return Arrays.copyOf(table, entries);
  }

  private void visit(@Nullable Object array, int dimension) {
    int length = array == null ? -1 : Array.getLength(array);
    if (lengths[dimension] == -1) {
      lengths[dimension] = length;
    }
    isJagged |= length != lengths[dimension];
    if (entries == table.length) {
      table = Arrays.copyOf(table, 2 * entries);
    }
    table[entries++] = length;
    if (array instanceof @Nullable Object[] rows) {
      for (var row : rows) {
        visit(row, dimension + 1);
      }
    } else {
      elements += Math.max(0, length);
    }
  }
}
