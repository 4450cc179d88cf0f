package dev.treadle.api;

import java.io.Serializable;

/**
 * The shapes of step methods that {@link PipelineBuilder} takes as method references. They are serializable only so that
 * the reference can be read; none is ever called, and a lambda is refused.
 *
 * @since 0.1
 */
@SuppressWarnings("unused")
public interface StepMethod extends Serializable {

  /** A step with no input and a result. */
  @FunctionalInterface
  interface Of0<R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call() throws Exception;
  }

  /** A step with one input and a result. */
  @FunctionalInterface
  interface Of1<A, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(A a) throws Exception;
  }

  /** A step with two inputs and a result. */
  @FunctionalInterface
  interface Of2<A, B, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(A a, B b) throws Exception;
  }

  /** A step with three inputs and a result. */
  @FunctionalInterface
  interface Of3<A, B, C, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(A a, B b, C c) throws Exception;
  }

  /** A step with four inputs and a result. */
  @FunctionalInterface
  interface Of4<A, B, C, D, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(A a, B b, C c, D d) throws Exception;
  }

  /** A step with five inputs and a result. */
  @FunctionalInterface
  interface Of5<A, B, C, D, E, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(A a, B b, C c, D d, E e) throws Exception;
  }

  /** A step with six inputs and a result. */
  @FunctionalInterface
  interface Of6<A, B, C, D, E, F, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(A a, B b, C c, D d, E e, F f) throws Exception;
  }

  /** A void step with no input. */
  @FunctionalInterface
  interface Void0 extends StepMethod {
    /** Never called; the reference is what counts. */
    void call() throws Exception;
  }

  /** A void step with one input. */
  @FunctionalInterface
  interface Void1<A> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(A a) throws Exception;
  }

  /** A void step with two inputs. */
  @FunctionalInterface
  interface Void2<A, B> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(A a, B b) throws Exception;
  }

  /** A void step with three inputs. */
  @FunctionalInterface
  interface Void3<A, B, C> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(A a, B b, C c) throws Exception;
  }

  /** A void step with four inputs. */
  @FunctionalInterface
  interface Void4<A, B, C, D> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(A a, B b, C c, D d) throws Exception;
  }

  /** A void step with five inputs. */
  @FunctionalInterface
  interface Void5<A, B, C, D, E> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(A a, B b, C c, D d, E e) throws Exception;
  }

  /** A void step with six inputs. */
  @FunctionalInterface
  interface Void6<A, B, C, D, E, F> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(A a, B b, C c, D d, E e, F f) throws Exception;
  }

  /** A step with a context, no input and a result. */
  @FunctionalInterface
  interface WithContext0<R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(StepContext context) throws Exception;
  }

  /** A step with a context, one input and a result. */
  @FunctionalInterface
  interface WithContext1<A, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(StepContext context, A a) throws Exception;
  }

  /** A step with a context, two inputs and a result. */
  @FunctionalInterface
  interface WithContext2<A, B, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(StepContext context, A a, B b) throws Exception;
  }

  /** A step with a context, three inputs and a result. */
  @FunctionalInterface
  interface WithContext3<A, B, C, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(StepContext context, A a, B b, C c) throws Exception;
  }

  /** A step with a context, four inputs and a result. */
  @FunctionalInterface
  interface WithContext4<A, B, C, D, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(StepContext context, A a, B b, C c, D d) throws Exception;
  }

  /** A step with a context, five inputs and a result. */
  @FunctionalInterface
  interface WithContext5<A, B, C, D, E, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(StepContext context, A a, B b, C c, D d, E e) throws Exception;
  }

  /** A step with a context, six inputs and a result. */
  @FunctionalInterface
  interface WithContext6<A, B, C, D, E, F, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(StepContext context, A a, B b, C c, D d, E e, F f) throws Exception;
  }

  /** A void step with a context and no input. */
  @FunctionalInterface
  interface VoidWithContext0 extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(StepContext context) throws Exception;
  }

  /** A void step with a context and one input. */
  @FunctionalInterface
  interface VoidWithContext1<A> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(StepContext context, A a) throws Exception;
  }

  /** A void step with a context and two inputs. */
  @FunctionalInterface
  interface VoidWithContext2<A, B> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(StepContext context, A a, B b) throws Exception;
  }

  /** A void step with a context and three inputs. */
  @FunctionalInterface
  interface VoidWithContext3<A, B, C> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(StepContext context, A a, B b, C c) throws Exception;
  }

  /** A void step with a context and four inputs. */
  @FunctionalInterface
  interface VoidWithContext4<A, B, C, D> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(StepContext context, A a, B b, C c, D d) throws Exception;
  }

  /** A void step with a context and five inputs. */
  @FunctionalInterface
  interface VoidWithContext5<A, B, C, D, E> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(StepContext context, A a, B b, C c, D d, E e) throws Exception;
  }

  /** A void step with a context and six inputs. */
  @FunctionalInterface
  interface VoidWithContext6<A, B, C, D, E, F> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(StepContext context, A a, B b, C c, D d, E e, F f) throws Exception;
  }

  /** A step of a step class with a context; one input, the receiver counted. */
  @FunctionalInterface
  interface OnReceiver1<A, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(A receiver, StepContext context) throws Exception;
  }

  /** A step of a step class with a context; two inputs, the receiver counted. */
  @FunctionalInterface
  interface OnReceiver2<A, B, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(A receiver, StepContext context, B b) throws Exception;
  }

  /** A step of a step class with a context; three inputs, the receiver counted. */
  @FunctionalInterface
  interface OnReceiver3<A, B, C, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(A receiver, StepContext context, B b, C c) throws Exception;
  }

  /** A step of a step class with a context; four inputs, the receiver counted. */
  @FunctionalInterface
  interface OnReceiver4<A, B, C, D, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(A receiver, StepContext context, B b, C c, D d) throws Exception;
  }

  /** A step of a step class with a context; five inputs, the receiver counted. */
  @FunctionalInterface
  interface OnReceiver5<A, B, C, D, E, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(A receiver, StepContext context, B b, C c, D d, E e) throws Exception;
  }

  /** A step of a step class with a context; six inputs, the receiver counted. */
  @FunctionalInterface
  interface OnReceiver6<A, B, C, D, E, F, R> extends StepMethod {
    /** Never called; the reference is what counts. */
    R call(A receiver, StepContext context, B b, C c, D d, E e, F f) throws Exception;
  }

  /** A void step of a step class with a context; one input, the receiver counted. */
  @FunctionalInterface
  interface VoidOnReceiver1<A> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(A receiver, StepContext context) throws Exception;
  }

  /** A void step of a step class with a context; two inputs, the receiver counted. */
  @FunctionalInterface
  interface VoidOnReceiver2<A, B> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(A receiver, StepContext context, B b) throws Exception;
  }

  /** A void step of a step class with a context; three inputs, the receiver counted. */
  @FunctionalInterface
  interface VoidOnReceiver3<A, B, C> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(A receiver, StepContext context, B b, C c) throws Exception;
  }

  /** A void step of a step class with a context; four inputs, the receiver counted. */
  @FunctionalInterface
  interface VoidOnReceiver4<A, B, C, D> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(A receiver, StepContext context, B b, C c, D d) throws Exception;
  }

  /** A void step of a step class with a context; five inputs, the receiver counted. */
  @FunctionalInterface
  interface VoidOnReceiver5<A, B, C, D, E> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(A receiver, StepContext context, B b, C c, D d, E e) throws Exception;
  }

  /** A void step of a step class with a context; six inputs, the receiver counted. */
  @FunctionalInterface
  interface VoidOnReceiver6<A, B, C, D, E, F> extends StepMethod {
    /** Never called; the reference is what counts. */
    void call(A receiver, StepContext context, B b, C c, D d, E e, F f) throws Exception;
  }
}
