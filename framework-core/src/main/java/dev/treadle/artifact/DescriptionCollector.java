package dev.treadle.artifact;

import dev.treadle.spi.Materializer;
import dev.treadle.spi.ValueDescription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a materializer about a value. A description that fails is not worth a step's result. */
final class DescriptionCollector implements ValueDescription {
  private static final Logger log = LoggerFactory.getLogger(DescriptionCollector.class);
  private static final int MAX_PREVIEW = 256 << 10;

  private final Map<String, Object> facts = new LinkedHashMap<>();
  private @Nullable String summary;
  private @Nullable String mediaType;
  private @Nullable ByteArrayOutputStream preview;

  static <T> ArtifactDescription describe(
      String name, T value, Type type, Materializer<T> materializer) {
    var collector = new DescriptionCollector();
    try {
      materializer.describe(value, type, collector);
    } catch (IOException | RuntimeException e) {
      log.warn(
          "Materializer {} could not describe {}, which is stored without: {}",
          materializer.id(),
          name,
          e.toString());
      return ArtifactDescription.NONE;
    }
    return collector.description();
  }

  @Override
  public void fact(String key, Object value) {
    facts.put(key, value);
  }

  @Override
  public void summary(String text) {
    summary = text;
  }

  @Override
  public OutputStream preview(String type) {
    var bytes = new ByteArrayOutputStream() {
      @Override
      public synchronized void write(int b) {
        refuseAbove(count + 1);
        super.write(b);
      }

      @Override
      public synchronized void write(byte[] source, int offset, int length) {
        refuseAbove(count + length);
        super.write(source, offset, length);
      }
    };
    mediaType = type;
    preview = bytes;
    return bytes;
  }

  private static void refuseAbove(int size) {
    if (size > MAX_PREVIEW) {
      throw new IllegalStateException("The preview is larger than " + MAX_PREVIEW + " bytes");
    }
  }

  private ArtifactDescription description() {
    var bytes = preview;
    var type = mediaType;
    return new ArtifactDescription(
        facts,
        summary,
        bytes == null || type == null ? null : new Preview(type, bytes.toByteArray()));
  }
}
