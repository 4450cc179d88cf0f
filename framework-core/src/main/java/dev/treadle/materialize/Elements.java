package dev.treadle.materialize;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/** Moves runs of primitive elements between arrays and bytes. */
final class Elements {

  private Elements() {}

  /** The element's letter in class names. */
  static char letter(Class<?> element) {
    return element.descriptorString().charAt(0);
  }

  /** Appends elements to the buffer. */
  static void put(ByteBuffer to, Object array, int offset, int length, int width) {
    int end = to.position() + length * width;
    if (array instanceof double[] a) {
      to.asDoubleBuffer().put(a, offset, length);
    } else if (array instanceof float[] a) {
      to.asFloatBuffer().put(a, offset, length);
    } else if (array instanceof long[] a) {
      to.asLongBuffer().put(a, offset, length);
    } else if (array instanceof int[] a) {
      to.asIntBuffer().put(a, offset, length);
    } else if (array instanceof short[] a) {
      to.asShortBuffer().put(a, offset, length);
    } else if (array instanceof char[] a) {
      to.asCharBuffer().put(a, offset, length);
    } else if (array instanceof byte[] a) {
      to.slice().put(a, offset, length);
    } else {
      for (int i = 0; i < length; i++) {
        to.put(to.position() + i, (byte) (Array.getBoolean(array, offset + i) ? 1 : 0));
      }
    }
    to.position(end);
  }

  /** Takes elements from the buffer. */
  static void get(ByteBuffer from, Object array, int offset, int length, int width) {
    int end = from.position() + length * width;
    if (array instanceof double[] a) {
      from.asDoubleBuffer().get(a, offset, length);
    } else if (array instanceof float[] a) {
      from.asFloatBuffer().get(a, offset, length);
    } else if (array instanceof long[] a) {
      from.asLongBuffer().get(a, offset, length);
    } else if (array instanceof int[] a) {
      from.asIntBuffer().get(a, offset, length);
    } else if (array instanceof short[] a) {
      from.asShortBuffer().get(a, offset, length);
    } else if (array instanceof char[] a) {
      from.asCharBuffer().get(a, offset, length);
    } else if (array instanceof byte[] a) {
      from.slice().get(a, offset, length);
    } else {
      for (int i = 0; i < length; i++) {
        Array.setBoolean(array, offset + i, from.get(from.position() + i) != 0);
      }
    }
    from.position(end);
  }
}
