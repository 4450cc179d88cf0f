package dev.treadle.api.data;

import java.util.Objects;

/**
 * A page of HTML that a step publishes, stored as it is. Nothing is escaped or checked here, so what comes from data has
 * to be escaped by the step; whoever shows the page treats it as untrusted.
 *
 * @param text the page
 * @since 0.1
 */
public record Html(String text) {

  public Html {
    Objects.requireNonNull(text, "text");
  }
}
