package dev.treadle.materialize;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.ValueDescription;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images as PNG. The pixels are kept, the layout in memory need not be. */
final class ImageMaterializer implements Materializer<BufferedImage> {

  private static final String FILE = "image.png";

  @Override
  public String id() {
    return "image";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public boolean handles(Type type) {
    return type == BufferedImage.class;
  }

  @Override
  public String mediaType(Type type) {
    return "image/png";
  }

  @Override
  public void write(BufferedImage value, Type type, ArtifactOutput output) throws IOException {
    try (var out = output.create(FILE)) {
      out.write(png(value));
    }
  }

  @Override
  public BufferedImage read(Type type, ArtifactInput input) throws IOException {
    // A stream of our own, so that no cache file is made in the temporary folder.
    try (var in = input.open(FILE)) {
      var image = ImageIO.read(new MemoryCacheImageInputStream(in));
      if (image == null) {
        throw new MaterializationException(CoreProblem.MAT_READ, "The stored file is no image");
      }
      return image;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new MaterializationException(
          CoreProblem.MAT_READ, "The stored image is damaged: " + e.getMessage(), e);
    }
  }

  @Override
  public void describe(BufferedImage value, Type type, ValueDescription description)
      throws IOException {
    description.fact("shape", List.of(value.getWidth(), value.getHeight()));
    description.summary("%d × %d pixels".formatted(value.getWidth(), value.getHeight()));
    var png = png(value);
    if (png.length <= Described.MAX_PREVIEW) {
      try (var preview = description.preview("image/png")) {
        preview.write(png);
      }
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var cache = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", cache)) {
        throw new MaterializationException(
            CoreProblem.MAT_WRITE,
            "Images of type %d cannot be written as PNG. Draw it into one of TYPE_INT_ARGB"
                .formatted(image.getType()));
      }
    }
    return bytes.toByteArray();
  }
}
