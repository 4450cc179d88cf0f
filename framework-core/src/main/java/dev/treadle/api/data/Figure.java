package dev.treadle.api.data;

import java.util.Objects;

/**
 * A figure as SVG. Shown as an image: scripts and links in it are dead.
 *
 * @param svg an SVG document, starting with {@code <svg} or an XML declaration
 * @since 0.1
 */
public record Figure(String svg) {

  /**
   * Takes the document as it is.
   *
   * @throws IllegalArgumentException when the text does not start like SVG
   */
  public Figure {
    Objects.requireNonNull(svg, "svg");
    var start = svg.stripLeading();
    if (!start.startsWith("<svg") && !start.startsWith("<?xml")) {
      throw new IllegalArgumentException(
          "A figure is SVG and starts with <svg, but this one starts with: "
              + start.substring(0, Math.min(20, start.length())));
    }
  }
}
