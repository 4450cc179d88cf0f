package dev.treadle.graph;

import dev.treadle.api.Named;
import dev.treadle.api.Outputs;
import dev.treadle.api.StepContext;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step method's inputs and outputs, read once for all its calls.
 *
 * @param takesContext whether a {@link StepContext} comes before the inputs
 * @param inputs the receiver first, the context left out
 * @param outputs one for each component of an {@link Outputs} record; empty for void
 */
public record StepSignature(
    MethodSpec spec,
    Method method,
    boolean takesContext,
    List<Input> inputs,
    List<Output> outputs) {

  /**
   * One input.
   *
   * @param typeText the type as it stands in the graph
   * @param named whether the name is the one in the source
   */
  public record Input(String name, Type type, String typeText, boolean named) {}

  /**
   * One output.
   *
   * @param declaration what its annotations stand on: the method or the record's component
   */
  public record Output(String name, Type type, String typeText, AnnotatedElement declaration) {}

  public StepSignature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  public static StepSignature of(Method method) {
    var owner = method.getDeclaringClass();
    var onReceiver = !Modifier.isStatic(method.getModifiers());
    var parameters = method.getParameters();
    var types = method.getGenericParameterTypes();
    var context = parameters.length > 0 && parameters[0].getType() == StepContext.class;
    var inputs = new ArrayList<Input>();
    if (onReceiver) {
      inputs.add(new Input(InputSpec.RECEIVER, owner, owner.getTypeName(), true));
    }
    for (int i = context ? 1 : 0; i < parameters.length; i++) {
      var name = parameters[i].getAnnotation(Named.class);
      inputs.add(new Input(
          name == null ? parameters[i].getName() : name.value(),
          types[i],
          types[i].getTypeName(),
          name != null || parameters[i].isNamePresent()));
    }
    var spec = new MethodSpec(
        owner.getName(), method.getName(), MethodReferences.descriptor(method), onReceiver);
    return new StepSignature(spec, method, context, inputs, outputs(method));
  }

  /**
   * The signature of a method that another process has recorded.
   *
   * @throws TreadleException STEP-108 when the class or the method is not there
   */
  public static StepSignature resolve(MethodSpec spec, ClassLoader loader) {
    try {
      var owner = Class.forName(spec.owner(), false, loader);
      return MethodReferences.find(owner, spec.name(), spec.descriptor())
          .map(StepSignature::of)
          .orElseThrow(() -> missing(spec, "the class has no such method", null));
    } catch (ClassNotFoundException | LinkageError e) {
      throw missing(spec, "the class cannot be loaded", e);
    }
  }

  /** The type of what the method returns. */
  public Type result() {
    return method.getGenericReturnType();
  }

  /** Whether the returned record is stored component by component. */
  public boolean hasSeveralOutputs() {
    return isSeveral(method.getReturnType());
  }

  /** The outputs as they stand in a node that publishes none under another name. */
  List<OutputSpec> unpublished() {
    return outputs.stream()
        .map(output -> new OutputSpec(output.name(), output.typeText(), ""))
        .toList();
  }

  public Optional<Output> output(String name) {
    return outputs.stream().filter(output -> output.name().equals(name)).findFirst();
  }

  /** {@code Model train(StepContext, Dataset, HyperParams)}. */
  public String declaration() {
    var parameters =
        Arrays.stream(method.getGenericParameterTypes()).map(GenericTypes::text).toList();
    return GenericTypes.text(result()) + " " + method.getName() + "("
        + String.join(", ", parameters) + ")";
  }

  /** {@code ChurnSteps}, and {@code Outer.Nested} for a nested class. */
  static String shortName(Class<?> type) {
    return type.getName().substring(type.getName().lastIndexOf('.') + 1).replace('$', '.');
  }

  private static List<Output> outputs(Method method) {
    if (method.getReturnType() == void.class) {
      return List.of();
    }
    if (!isSeveral(method.getReturnType())) {
      var type = method.getGenericReturnType();
      return List.of(new Output(OutputSpec.RESULT, type, type.getTypeName(), method));
    }
    return Arrays.stream(method.getReturnType().getRecordComponents())
        .map(component -> {
          var type = GenericTypes.component(method.getGenericReturnType(), component);
          return new Output(component.getName(), type, type.getTypeName(), component);
        })
        .toList();
  }

  private static boolean isSeveral(Class<?> type) {
    return type.isRecord() && Outputs.class.isAssignableFrom(type);
  }

  private static TreadleException missing(MethodSpec spec, String why, @Nullable Throwable cause) {
    return new TreadleException(
        CoreProblem.STEP_NOT_FOUND,
        "Step method %s%s is not there: %s. Put the code that the run was started with on the class path"
            .formatted(spec.owner() + "." + spec.name(), spec.descriptor(), why),
        cause);
  }
}
