package dev.treadle.report;

import dev.treadle.event.SafeText;
import java.util.ArrayDeque;
import java.util.Deque;

/** HTML while it is written. Every text and attribute is escaped, and what people could be deceived by is shown, not obeyed. */
final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn. */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    open.push(tag);
    return this;
  }

  /** Closes the element opened last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** The same, with a line end. */
  Html end() {
    close();
    out.append('\n');
    return this;
  }

  /** An element with text alone. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element that has no content. */
  Html empty(String tag, String... attributes) {
    start(tag, attributes);
    return this;
  }

  /** Text in one line. */
  Html text(String text) {
    out.append(escaped(SafeText.neutralised(text)));
    return this;
  }

  /** Text whose line ends and tabs are kept. */
  Html lines(String text) {
    text.lines().forEach(line -> text(line.replace("\t", "    ")).newline());
    return this;
  }

  /** What a writer of ours made, escaped already. */
  Html picture(String svg) {
    out.append(svg);
    return this;
  }

  private void newline() {
    out.append('\n');
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escaped(SafeText.neutralised(attributes[i + 1])))
          .append('"');
    }
    out.append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
