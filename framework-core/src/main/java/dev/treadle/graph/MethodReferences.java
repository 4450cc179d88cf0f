package dev.treadle.graph;

import dev.treadle.error.CoreProblem;
import dev.treadle.graph.MethodReference.Found;
import dev.treadle.graph.MethodReference.Refused;
import java.io.Serializable;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads which method a serializable method reference stands for. Nothing is called and nothing deserialized; the answer
 * depends on the reference's class only and is kept with it, so that a call site in a loop is read once.
 */
public final class MethodReferences {
  private static final ClassValue<AtomicReference<MethodReference>> READ = new ClassValue<>() {
    @Override
    protected AtomicReference<MethodReference> computeValue(Class<?> type) {
      return new AtomicReference<>();
    }
  };

  private MethodReferences() {}

  /** Reads the reference. A reference that cannot be used is an answer, not an exception. */
  public static MethodReference read(Serializable reference) {
    var slot = READ.get(reference.getClass());
    var known = slot.get();
    if (known == null) {
      known = interpret(reference);
      slot.set(known);
    }
    return known;
  }

  private static MethodReference interpret(Serializable reference) {
    var type = reference.getClass();
    try {
      var writeReplace = type.getDeclaredMethod("writeReplace");
      writeReplace.setAccessible(true);
      return writeReplace.invoke(reference) instanceof SerializedLambda lambda
          ? interpret(lambda, type.getClassLoader())
          : unreadable(type);
    } catch (InaccessibleObjectException e) {
      return closed(type);
    } catch (ReflectiveOperationException | LinkageError | TypeNotPresentException e) {
      return unreadable(type);
    }
  }

  private static MethodReference interpret(SerializedLambda lambda, ClassLoader loader)
      throws ClassNotFoundException {
    var name = lambda.getImplMethodName();
    var owner = Class.forName(lambda.getImplClass().replace('/', '.'), false, loader);
    var shortName = StepSignature.shortName(owner);
    if (lambda.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial) {
      return new Refused(
          CoreProblem.STEP_METHOD_UNUSABLE,
          "A constructor of " + shortName + " was passed as a step.",
          "write a public static method with @Step that calls it");
    }
    var method = find(owner, name, lambda.getImplMethodSignature());
    var adapter = method.filter(KotlinAdapter::is);
    if (name.startsWith("lambda$")
        || (adapter.isEmpty() && method.filter(Method::isSynthetic).isPresent())) {
      return new Refused(
          CoreProblem.STEP_LAMBDA,
          "A lambda of " + shortName
              + " was passed where a method reference is needed (a reference to a varargs method counts as one).",
          "move the code into a public static method with @Step and pass "
              + shortName
              + "::theMethod");
    }
    if (lambda.getCapturedArgCount() > 0) {
      return new Refused(
          CoreProblem.STEP_BOUND_RECEIVER,
          "A reference bound to an instance of " + shortName
              + " was passed; its state would be lost in another process.",
          "step(%s::%s).with(the instance)".formatted(shortName, name));
    }
    if (adapter.isPresent()) {
      return adapter
          .flatMap(KotlinAdapter::function)
          .<MethodReference>map(Found::new)
          .orElseGet(() -> adapted(shortName, name));
    }
    return method.<MethodReference>map(Found::new).orElseGet(() -> missing(shortName, name));
  }

  /** The method, also where a subclass or a sub-interface is named. */
  static Optional<Method> find(Class<?> owner, String name, String descriptor) {
    for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
      for (var method : type.getDeclaredMethods()) {
        if (method.getName().equals(name) && descriptor(method).equals(descriptor)) {
          return Optional.of(method);
        }
      }
      for (var parent : type.getInterfaces()) {
        var found = find(parent, name, descriptor);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .descriptorString();
  }

  private static Refused missing(String owner, String name) {
    return new Refused(
        CoreProblem.STEP_NOT_FOUND,
        "%s.%s does not exist; the class was changed after the pipeline was compiled."
            .formatted(owner, name),
        "compile the project again");
  }

  private static Refused adapted(String owner, String adapter) {
    return new Refused(
        CoreProblem.STEP_UNREADABLE_REFERENCE,
        "%s.%s does not call one function as it is; default parameters, suspend and value classes make the compiler change the call."
            .formatted(owner, adapter),
        "write a function with all its parameters and no modifier, and pass a reference to that");
  }

  private static Refused closed(Class<?> type) {
    var here = MethodReferences.class.getModule();
    return new Refused(
        CoreProblem.STEP_CLOSED_MODULE,
        "Module %s does not open package %s, so that its method references cannot be read."
            .formatted(type.getModule().getName(), type.getPackageName()),
        "add to module-info.java: opens %s%s;"
            .formatted(type.getPackageName(), here.isNamed() ? " to " + here.getName() : ""));
  }

  private static Refused unreadable(Class<?> type) {
    return new Refused(
        CoreProblem.STEP_UNREADABLE_REFERENCE,
        "%s is not a readable method reference: it is a class of its own, or its compiler leaves no reference."
            .formatted(type.getName()),
        "StepRef.of(Type.class, \"method\") and bind the inputs by name");
  }
}
