package dev.treadle.api.diff;

/**
 * The two are of types that have nothing in common to compare.
 *
 * @param base the type of the base as text
 * @param other the type of the other as text
 * @since 0.1
 */
public record TypeDifference(String base, String other) implements Difference {

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public String summary() {
    return "type " + base + " → " + other;
  }
}
