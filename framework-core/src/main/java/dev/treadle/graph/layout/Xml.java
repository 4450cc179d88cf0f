package dev.treadle.graph.layout;

/** Text in XML. */
final class Xml {
  private Xml() {}

  /** The text escaped, without characters that XML does not know. */
  static String text(String text) {
    var escaped = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> {
          boolean known = c >= 0x20 && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff;
          escaped.appendCodePoint(known || c == '\t' || c == '\n' ? c : 0xfffd);
        }
      }
    });
    return escaped.toString();
  }
}
