package dev.treadle.artifact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a materializer said of a value. It is no part of the artifact's identity. */
public final class ArtifactDescription {
  /** Nothing was said. */
  public static final ArtifactDescription NONE = new ArtifactDescription(Map.of(), null, null);

  private final Map<String, Object> facts;
  private final @Nullable String summary;
  private final @Nullable Preview preview;

  ArtifactDescription(
      Map<String, Object> facts, @Nullable String summary, @Nullable Preview preview) {
    this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    this.summary = summary;
    this.preview = preview;
  }

  /** Numbers, texts, booleans, and lists and maps of them, in the order given. */
  public Map<String, Object> facts() {
    return facts;
  }

  /** One line. */
  public Optional<String> summary() {
    return Optional.ofNullable(summary);
  }

  /** At most 256 KiB that a browser can show. */
  public Optional<Preview> preview() {
    return Optional.ofNullable(preview);
  }
}
