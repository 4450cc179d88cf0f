package dev.treadle.api.data;

import java.util.Objects;

/**
 * A document: an HTML page or fragment. Shown in a sandboxed frame.
 *
 * @param text the source of the document
 * @since 0.1
 */
public record Html(String text) {

  public Html {
    Objects.requireNonNull(text, "text");
  }
}
