package dev.treadle.graph;

import dev.treadle.error.ProblemCode;
import java.lang.reflect.Method;

/** What a serializable method reference turned out to be. */
public sealed interface MethodReference {

  /** The method that is referred to, as its declaring class has it. */
  record Found(Method method) implements MethodReference {}

  /** The reference cannot be used. */
  record Refused(ProblemCode code, String message, String fix) implements MethodReference {}
}
