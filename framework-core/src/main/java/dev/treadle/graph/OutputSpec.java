package dev.treadle.graph;

/**
 * One output of a step.
 *
 * @param name the component's name, or {@code result} when there is only one
 * @param type its generic type as text
 * @param publishedAs the global artifact name, empty when the default {@code pipeline/node/output} counts (the output left
 *     out when it is {@code result})
 */
public record OutputSpec(String name, String type, String publishedAs) {
  /** The name of the output of a step that returns one artifact. */
  public static final String RESULT = "result";

  /** The artifact's name in a pipeline. */
  public String artifactName(String pipeline, String node) {
    if (!publishedAs.isEmpty()) {
      return publishedAs;
    }
    return name.equals(RESULT) ? pipeline + "/" + node : pipeline + "/" + node + "/" + name;
  }
}
