package dev.treadle.api.diff;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Arrays and matrices compared element by element. Elements are compared only if the shapes are equal. Two NaN are equal;
 * a NaN and a number differ, but count for no maximum.
 *
 * @param element the type of the base's elements, such as {@code double}
 * @param baseShape the length of each dimension; of the first row where rows differ in length
 * @param compared how many elements were compared; 0 when the shapes differ. None is equal where the lengths of single
 *     rows differ
 * @param equal how many of them are equal
 * @param maxAbsolute the greatest {@code |other - base|}; null when no two numbers differ
 * @param maxRelative the greatest {@code |other - base| / max(|other|, |base|)}, from 0 to 2; null likewise
 * @since 0.1
 */
public record ArrayDifference(
    String element,
    List<Integer> baseShape,
    List<Integer> otherShape,
    long compared,
    long equal,
    @Nullable Double maxAbsolute,
    @Nullable Double maxRelative)
    implements Difference {

  public ArrayDifference {
    baseShape = List.copyOf(baseShape);
    otherShape = List.copyOf(otherShape);
  }

  /** The share of elements that are equal, from 0 to 1; 1 when there are none. */
  public double equalShare() {
    return compared == 0 ? 1 : (double) equal / compared;
  }

  @Override
  public boolean isEmpty() {
    return baseShape.equals(otherShape) && compared == equal;
  }

  @Override
  public String summary() {
    if (!baseShape.equals(otherShape)) {
      return "shape " + text(baseShape) + " → " + text(otherShape);
    }
    if (isEmpty()) {
      return "the same " + text(baseShape) + " elements";
    }
    return String.format(Locale.ROOT, "%,d of %,d elements differ", compared - equal, compared)
        + (maxAbsolute == null ? "" : String.format(Locale.ROOT, ", by %.3g", maxAbsolute))
        + (maxRelative == null ? "" : " or " + Percent.of(maxRelative))
        + (maxAbsolute == null ? "" : " at most");
  }

  private static String text(List<Integer> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }
}
