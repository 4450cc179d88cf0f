package dev.treadle.api;

/**
 * A condition with two sides, of which the run takes one. Steps of the other side are skipped, and with them all that
 * needs their results.
 *
 * @since 0.1
 */
public interface Branch {

  /** Names the branch; default the name of the step that gives the condition with {@code -branch}. */
  Branch named(String name);

  /** Records steps that run when the condition is true. The body is called once, at once. */
  Branch then(Runnable body);

  /** Records steps that run when the condition is false. The body is called once, at once. */
  Branch otherwise(Runnable body);
}
