package dev.treadle.report;

import java.nio.charset.StandardCharsets;

/**
 * What was kept of a version for looking at.
 *
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ContentPreview(String mediaType, byte[] bytes) {

  boolean isImage() {
    return switch (mediaType) {
      case "image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml" -> true;
      default -> false;
    };
  }

  boolean isTable() {
    return mediaType.equals("text/csv");
  }

  boolean isText() {
    return mediaType.startsWith("text/") || mediaType.equals("application/json");
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
