package dev.treadle.graph;

/**
 * A place in the user's source.
 *
 * @param className the class's binary name
 * @param method the method's name
 * @param file the file's simple name, empty when unknown
 * @param line the line from 1, 0 when unknown
 */
public record SourceLocation(String className, String method, String file, int line) {
  public static final SourceLocation UNKNOWN = new SourceLocation("", "", "", 0);

  /** {@code ChurnPipeline.java:22}. */
  public String shortText() {
    if (file.isEmpty()) {
      return className.isEmpty() ? "unknown source" : className;
    }
    return line > 0 ? file + ":" + line : file;
  }

  /** {@code ChurnPipeline.define(ChurnPipeline.java:22)}. */
  public String longText() {
    if (className.isEmpty()) {
      return shortText();
    }
    String simple = className.substring(className.lastIndexOf('.') + 1);
    return simple + "." + method + "(" + shortText() + ")";
  }
}
