package dev.treadle.api.diff;

/**
 * The digests are equal, so nothing was read.
 *
 * @since 0.1
 */
public record SameContent() implements Difference {

  @Override
  public boolean isEmpty() {
    return true;
  }

  @Override
  public String summary() {
    return "the same content";
  }
}
