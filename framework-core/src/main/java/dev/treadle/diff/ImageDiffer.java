package dev.treadle.diff;

import dev.treadle.api.diff.Difference;
import dev.treadle.api.diff.ImageDifference;
import dev.treadle.spi.ArtifactDiffer;
import java.awt.image.BufferedImage;
import java.lang.reflect.Type;

/** Compares images pixel by pixel. */
final class ImageDiffer implements ArtifactDiffer<BufferedImage> {

  @Override
  public boolean handles(Type type) {
    return type == BufferedImage.class;
  }

  @Override
  public Difference diff(BufferedImage base, BufferedImage other) {
    long differing = 0;
    int maxChannel = 0;
    if (base.getWidth() == other.getWidth() && base.getHeight() == other.getHeight()) {
      int width = base.getWidth();
      for (int y = 0; y < base.getHeight(); y++) {
        var before = base.getRGB(0, y, width, 1, null, 0, width);
        var after = other.getRGB(0, y, width, 1, null, 0, width);
        for (int x = 0; x < width; x++) {
          if (before[x] != after[x]) {
            differing++;
            maxChannel = Math.max(maxChannel, channel(before[x], after[x]));
          }
        }
      }
    }
    return new ImageDifference(
        base.getWidth(),
        base.getHeight(),
        other.getWidth(),
        other.getHeight(),
        differing,
        maxChannel);
  }

  private static int channel(int before, int after) {
    int max = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      max = Math.max(max, Math.abs(((before >> shift) & 0xff) - ((after >> shift) & 0xff)));
    }
    return max;
  }
}
