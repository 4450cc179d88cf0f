package dev.treadle.cli.store;

import java.nio.charset.StandardCharsets;

/**
 * What was kept of a version for looking at.
 *
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StoredPreview(String mediaType, byte[] bytes) {

  /** Whether {@link #text} can be read by people. */
  public boolean isText() {
    return mediaType.startsWith("text/") || mediaType.equals("application/json");
  }

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
