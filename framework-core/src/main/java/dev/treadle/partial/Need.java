package dev.treadle.partial;

import dev.treadle.graph.StepNode;

/**
 * A step that is not executed, and one use of its result by what is.
 *
 * @param output which of its outputs, {@code result} for the whole
 * @param reader the node that needs it
 * @param input what it needs it for: a parameter, {@code condition} of a branch, {@code items} of a map
 */
record Need(StepNode step, String output, String reader, String input) {

  /** {@code 'load' for 'data' of train}. */
  String text() {
    return "'" + step.name() + "' for '" + input + "' of " + reader;
  }
}
