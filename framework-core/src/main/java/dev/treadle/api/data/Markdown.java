package dev.treadle.api.data;

import java.util.Objects;

/**
 * A document: a text in Markdown. Raw HTML in it is shown as text.
 *
 * @param text the source of the document
 * @since 0.1
 */
public record Markdown(String text) {

  public Markdown {
    Objects.requireNonNull(text, "text");
  }
}
