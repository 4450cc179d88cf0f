package dev.treadle.compile;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.Findings;
import dev.treadle.graph.GenericTypes;
import java.util.Arrays;
import java.util.List;

/** The receiver of a step class can be read back in another process. */
final class ReceiverRule implements GraphRule {

  @Override
  public void check(Draft draft, Findings findings) {
    for (var use : draft.uses()) {
      var owner = use.signature().method().getDeclaringClass();
      if (use.signature().spec().onReceiver()
          && !isData(owner)
          && draft.materializer(owner, owner).isEmpty()) {
        findings.add(
            use.node(),
            new Problem(
                CoreProblem.STEP_RECEIVER_UNUSABLE,
                "%s is an instance method of %s, which is not a record and has no materializer."
                    .formatted(use.signature().spec().shortText(), GenericTypes.text(owner)),
                List.of(use.place()),
                "make %s a record, or the method static".formatted(GenericTypes.text(owner))));
      }
    }
  }

  private static boolean isData(Class<?> type) {
    return type.isRecord()
        || type.isEnum()
        || (type.isSealed()
            && Arrays.stream(type.getPermittedSubclasses()).allMatch(ReceiverRule::isData));
  }
}
