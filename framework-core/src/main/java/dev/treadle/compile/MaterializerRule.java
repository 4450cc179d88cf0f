package dev.treadle.compile;

import dev.treadle.api.Outputs;
import dev.treadle.api.data.Lazy;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.Problem;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.Findings;
import dev.treadle.graph.GenericTypes;
import dev.treadle.graph.InputSpec;
import dev.treadle.graph.OutputSpec;
import dev.treadle.graph.StepNode;
import dev.treadle.graph.StepSignature;
import dev.treadle.materialize.kryo.KryoCodec;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Every output can be stored, and every input that is not a literal is of a type that stored values can have. A value is
 * read as the type that it was stored as, so that an input needs no materializer of its own.
 */
final class MaterializerRule implements GraphRule {

  private record CheckedInput(StepSignature signature, String name) {}

  @Override
  public void check(Draft draft, Findings findings) {
    for (var use : draft.uses()) {
      for (var output : storable(use.signature())) {
        var what = output.name().equals(OutputSpec.RESULT)
            ? "returns %s".formatted(GenericTypes.text(output.type()))
            : "returns %s as output '%s'"
                .formatted(GenericTypes.text(output.type()), output.name());
        fault(draft, output.type(), output.declaration())
            .ifPresent(fault -> add(use, what, fault, findings));
      }
    }
    checkInputs(draft, findings);
  }

  /** A bundle of outputs that is no record is the mistake of another rule. */
  private static List<StepSignature.Output> storable(StepSignature signature) {
    var isBundle = Outputs.class.isAssignableFrom(signature.method().getReturnType());
    return isBundle && !signature.hasSeveralOutputs() ? List.of() : signature.outputs();
  }

  /** A parameter is looked at once, at the first call that binds it to a stored value. */
  private static void checkInputs(Draft draft, Findings findings) {
    var open = new HashSet<CheckedInput>();
    for (var use : draft.uses()) {
      use.signature()
          .inputs()
          .forEach(in -> open.add(new CheckedInput(use.signature(), in.name())));
    }
    var nodes = draft.graph().nodes();
    for (int i = 0; i < nodes.size() && !open.isEmpty(); i++) {
      if (nodes.get(i) instanceof StepNode step) {
        var signature = draft.signature(step);
        var use = new Draft.Use(signature, i, step, 1);
        for (var input : step.inputs()) {
          if (!isGivenAsText(input.binding())
              && open.remove(new CheckedInput(signature, input.parameter()))) {
            checkInput(use, input, findings);
          }
        }
      }
    }
  }

  private static void checkInput(Draft.Use use, InputSpec input, Findings findings) {
    var declared = use.signature().inputs().stream()
        .filter(in -> in.name().equals(input.parameter()))
        .findFirst()
        .orElseThrow()
        .type();
    StorableType.fault(stored(declared))
        .ifPresent(fault -> add(
            use,
            "takes %s as input '%s'".formatted(GenericTypes.text(declared), input.parameter()),
            fault,
            findings));
  }

  private static boolean isGivenAsText(BindingSpec binding) {
    return binding instanceof BindingSpec.Literal || binding instanceof BindingSpec.SecretReference;
  }

  /** {@code Lazy<T>} stands for T, and {@code List<? extends T>} takes what is stored as a list of T. */
  static Type stored(Type declared) {
    if (!(declared instanceof ParameterizedType parameterized)) {
      return declared;
    }
    var arguments = Arrays.stream(parameterized.getActualTypeArguments())
        .map(argument -> argument instanceof WildcardType wildcard
                && wildcard.getUpperBounds()[0] != Object.class
            ? GenericTypes.upper(argument)
            : argument)
        .toArray(Type[]::new);
    return GenericTypes.raw(declared) == Lazy.class
        ? stored(arguments[0])
        : GenericTypes.parameterized(GenericTypes.raw(declared), arguments);
  }

  private static Optional<StorableType.Fault> fault(
      Draft draft, Type type, AnnotatedElement declaration) {
    var never = StorableType.fault(type);
    if (never.isPresent() || draft.materializer(type, declaration).isPresent()) {
      return never;
    }
    var inTheWay = KryoCodec.reason(type);
    return Optional.of(new StorableType.Fault(
        "for which there is no materializer" + (inTheWay.isEmpty() ? "" : ": " + inTheWay),
        "%s, or register one: implements Materializer<%s>"
            .formatted(
                inTheWay.isEmpty() ? "make it a record" : "change that",
                GenericTypes.text(GenericTypes.boxed(type)))));
  }

  private static void add(Draft.Use use, String what, StorableType.Fault fault, Findings findings) {
    findings.add(
        use.node(),
        new Problem(
            CoreProblem.MAT_NONE,
            "%s %s, %s%s."
                .formatted(
                    use.signature().spec().shortText(),
                    what,
                    fault.why().startsWith("for ") ? "" : "which cannot be stored: ",
                    fault.why()),
            List.of(use.place()),
            fault.fix()));
  }
}
