package dev.treadle.api.diff;

import java.util.Locale;

/**
 * Images compared pixel by pixel, if they are of one size.
 *
 * @param differing how many pixels differ; 0 when the sizes do
 * @param maxChannel the greatest difference of a pixel's red, green, blue or alpha, from 0 to 255
 * @since 0.1
 */
public record ImageDifference(
    int baseWidth, int baseHeight, int otherWidth, int otherHeight, long differing, int maxChannel)
    implements Difference {

  @Override
  public boolean isEmpty() {
    return isOneSize() && differing == 0;
  }

  @Override
  public String summary() {
    if (!isOneSize()) {
      return "%d×%d → %d×%d pixels".formatted(baseWidth, baseHeight, otherWidth, otherHeight);
    }
    var all = (long) baseWidth * baseHeight;
    return isEmpty()
        ? "the same pixels"
        : String.format(
            Locale.ROOT,
            "%,d of %,d pixels differ, by %d of 255 at most",
            differing,
            all,
            maxChannel);
  }

  private boolean isOneSize() {
    return baseWidth == otherWidth && baseHeight == otherHeight;
  }
}
