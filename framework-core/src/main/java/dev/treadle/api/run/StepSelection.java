package dev.treadle.api.run;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Which steps of a pipeline a run executes. A name is that of a step, or of an included pipeline, which stands for all of its
 * steps. Steps that are not executed have no part in the run, except where an executed step needs what they gave: then it
 * takes the result that an earlier run has.
 *
 * @param from these steps and all that depend on them; empty for no such limit
 * @param to these steps and all that they depend on; empty for no such limit
 * @param only exactly these steps, not together with {@code from} or {@code to}; empty for no such limit
 * @param skip neither these steps nor those that need their values
 * @param inputsOf the number of the run that results are taken from; null for the newest run of the pipeline that has
 *     them all and called the steps as this one would
 * @since 0.1
 */
public record StepSelection(
    List<String> from,
    List<String> to,
    List<String> only,
    List<String> skip,
    @Nullable Long inputsOf) {

  /** Every step. */
  public static final StepSelection ALL =
      new StepSelection(List.of(), List.of(), List.of(), List.of(), null);

  public StepSelection {
    from = List.copyOf(from);
    to = List.copyOf(to);
    only = List.copyOf(only);
    skip = List.copyOf(skip);
  }

  public StepSelection startingAt(String... steps) {
    return new StepSelection(List.of(steps), to, only, skip, inputsOf);
  }

  public StepSelection endingAt(String... steps) {
    return new StepSelection(from, List.of(steps), only, skip, inputsOf);
  }

  public StepSelection limitedTo(String... steps) {
    return new StepSelection(from, to, List.of(steps), skip, inputsOf);
  }

  public StepSelection without(String... steps) {
    return new StepSelection(from, to, only, List.of(steps), inputsOf);
  }

  /** Takes results from that run; null leaves it open. */
  public StepSelection takingFrom(@Nullable Long run) {
    return new StepSelection(from, to, only, skip, run);
  }

  /** Whether it names no steps: all are executed. */
  public boolean coversAll() {
    return from.isEmpty() && to.isEmpty() && only.isEmpty() && skip.isEmpty();
  }

  /** As options of {@code treadle run}: {@code --from train --skip publish}; empty when it covers all. */
  public String text() {
    StringJoiner text = new StringJoiner(" ");
    add(text, "--from", from);
    add(text, "--to", to);
    add(text, "--only", only);
    add(text, "--skip", skip);
    return text.toString();
  }

  private static void add(StringJoiner text, String option, List<String> steps) {
    if (!steps.isEmpty()) {
      text.add(option).add(String.join(" ", steps));
    }
  }
}
