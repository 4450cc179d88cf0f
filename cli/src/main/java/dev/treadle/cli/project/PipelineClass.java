package dev.treadle.cli.project;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A pipeline found in a directory or jar.
 *
 * @param className binary name
 * @param root where it was found
 */
public record PipelineClass(String className, Path root) {
  private static final String SUFFIX = "Pipeline";

  /** The simple name without {@code Pipeline}, in kebab case. */
  public String name() {
    return nameOf(
        className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1));
  }

  /** {@code credit-risk} of {@code CreditRiskPipeline} or {@code CreditRisk}. */
  static String nameOf(String simpleName) {
    boolean cut = simpleName.endsWith(SUFFIX) && simpleName.length() > SUFFIX.length();
    return (cut ? simpleName.substring(0, simpleName.length() - SUFFIX.length()) : simpleName)
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .replace('_', '-')
        .toLowerCase(Locale.ROOT);
  }
}
