package dev.treadle.spi;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Takes what a materializer says of a value.
 *
 * @since 0.1
 */
public interface ValueDescription {

  /** A fact: number, text, boolean, or a list or map of these. Keys are kebab-case, such as {@code rows}. */
  void fact(String key, Object value);

  /** One line for lists and terminals, such as {@code 344 rows × 7}; the last one given counts. */
  void summary(String text);

  /** A preview of at most 256 KiB in a media type that browsers show safely, such as {@code text/csv}. */
  OutputStream preview(String mediaType) throws IOException;
}
