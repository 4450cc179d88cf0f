package dev.treadle.api.data;

import java.util.Objects;

/**
 * A page of HTML that a step publishes, stored as it is. Nothing is escaped or checked here; it is shown only in a frame
 * that runs no script of ours and reaches no other page.
 *
 * @param text the page
 * @since 0.1
 */
public record Html(String text) {

  public Html {
    Objects.requireNonNull(text, "text");
  }
}
