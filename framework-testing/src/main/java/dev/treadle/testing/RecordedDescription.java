package dev.treadle.testing;

import dev.treadle.spi.ValueDescription;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps what a materializer says of a value.
 *
 * @since 0.1
 */
public final class RecordedDescription implements ValueDescription {

  private final Map<String, Object> facts = new TreeMap<>();
  private final Map<String, ByteArrayOutputStream> previews = new TreeMap<>();
  private String summary = "";

  @Override
  public void fact(String key, Object value) {
    facts.put(key, value);
  }

  @Override
  public void summary(String text) {
    summary = text;
  }

  @Override
  public OutputStream preview(String mediaType) {
    var preview = new ByteArrayOutputStream();
    previews.put(mediaType, preview);
    return preview;
  }

  public Map<String, Object> facts() {
    return Map.copyOf(facts);
  }

  /** The last summary given; empty when there is none. */
  public String summary() {
    return summary;
  }

  /** The preview of a media type as text in UTF-8; empty when there is none. */
  public String previewText(String mediaType) {
    var preview = previews.get(mediaType);
    return preview == null ? "" : preview.toString(StandardCharsets.UTF_8);
  }

  /** The bytes of all previews together. */
  public int previewBytes() {
    return previews.values().stream().mapToInt(ByteArrayOutputStream::size).sum();
  }
}
