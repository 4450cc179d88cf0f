package dev.treadle.graph;

/**
 * One bound input of a step.
 *
 * @param parameter the parameter's name; {@code receiver} for the receiver of a step class
 * @param type the parameter's generic type as text
 */
public record InputSpec(String parameter, String type, BindingSpec binding) {
  /** The name of the first input of an instance step. */
  public static final String RECEIVER = "receiver";
}
