package dev.treadle.testing;

import dev.treadle.api.StepMethod;

/**
 * Takes a step by its method reference and what stands in for it, with the shapes of {@link dev.treadle.api.PipelineBuilder}, so that
 * javac checks the stand-in's inputs and result:
 *
 * <pre>{@code
 * harness.replace(ChurnSteps::train).with((context, data, settings) -> new Model(weights));
 * }</pre>
 *
 * @since 0.1
 */
@SuppressWarnings("overloads")
public interface ReplaceableSteps {

  /** Takes any step; what all {@code replace} methods lead to. */
  <F extends StepMethod> Replacement<F> replacement(F step);

  /** Replaces a step: see {@link StepMethod.Of0}. */
  default <R> Replacement<StepMethod.Of0<R>> replace(StepMethod.Of0<R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Of1}. */
  default <A, R> Replacement<StepMethod.Of1<A, R>> replace(StepMethod.Of1<A, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Of2}. */
  default <A, B, R> Replacement<StepMethod.Of2<A, B, R>> replace(StepMethod.Of2<A, B, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Of3}. */
  default <A, B, C, R> Replacement<StepMethod.Of3<A, B, C, R>> replace(
      StepMethod.Of3<A, B, C, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Of4}. */
  default <A, B, C, D, R> Replacement<StepMethod.Of4<A, B, C, D, R>> replace(
      StepMethod.Of4<A, B, C, D, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Of5}. */
  default <A, B, C, D, E, R> Replacement<StepMethod.Of5<A, B, C, D, E, R>> replace(
      StepMethod.Of5<A, B, C, D, E, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Of6}. */
  default <A, B, C, D, E, F, R> Replacement<StepMethod.Of6<A, B, C, D, E, F, R>> replace(
      StepMethod.Of6<A, B, C, D, E, F, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Void0}. */
  default Replacement<StepMethod.Void0> replace(StepMethod.Void0 step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Void1}. */
  default <A> Replacement<StepMethod.Void1<A>> replace(StepMethod.Void1<A> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Void2}. */
  default <A, B> Replacement<StepMethod.Void2<A, B>> replace(StepMethod.Void2<A, B> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Void3}. */
  default <A, B, C> Replacement<StepMethod.Void3<A, B, C>> replace(StepMethod.Void3<A, B, C> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Void4}. */
  default <A, B, C, D> Replacement<StepMethod.Void4<A, B, C, D>> replace(
      StepMethod.Void4<A, B, C, D> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Void5}. */
  default <A, B, C, D, E> Replacement<StepMethod.Void5<A, B, C, D, E>> replace(
      StepMethod.Void5<A, B, C, D, E> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.Void6}. */
  default <A, B, C, D, E, F> Replacement<StepMethod.Void6<A, B, C, D, E, F>> replace(
      StepMethod.Void6<A, B, C, D, E, F> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.WithContext0}. */
  default <R> Replacement<StepMethod.WithContext0<R>> replace(StepMethod.WithContext0<R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.WithContext1}. */
  default <A, R> Replacement<StepMethod.WithContext1<A, R>> replace(
      StepMethod.WithContext1<A, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.WithContext2}. */
  default <A, B, R> Replacement<StepMethod.WithContext2<A, B, R>> replace(
      StepMethod.WithContext2<A, B, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.WithContext3}. */
  default <A, B, C, R> Replacement<StepMethod.WithContext3<A, B, C, R>> replace(
      StepMethod.WithContext3<A, B, C, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.WithContext4}. */
  default <A, B, C, D, R> Replacement<StepMethod.WithContext4<A, B, C, D, R>> replace(
      StepMethod.WithContext4<A, B, C, D, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.WithContext5}. */
  default <A, B, C, D, E, R> Replacement<StepMethod.WithContext5<A, B, C, D, E, R>> replace(
      StepMethod.WithContext5<A, B, C, D, E, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.WithContext6}. */
  default <A, B, C, D, E, F, R> Replacement<StepMethod.WithContext6<A, B, C, D, E, F, R>> replace(
      StepMethod.WithContext6<A, B, C, D, E, F, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidWithContext0}. */
  default Replacement<StepMethod.VoidWithContext0> replace(StepMethod.VoidWithContext0 step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidWithContext1}. */
  default <A> Replacement<StepMethod.VoidWithContext1<A>> replace(
      StepMethod.VoidWithContext1<A> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidWithContext2}. */
  default <A, B> Replacement<StepMethod.VoidWithContext2<A, B>> replace(
      StepMethod.VoidWithContext2<A, B> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidWithContext3}. */
  default <A, B, C> Replacement<StepMethod.VoidWithContext3<A, B, C>> replace(
      StepMethod.VoidWithContext3<A, B, C> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidWithContext4}. */
  default <A, B, C, D> Replacement<StepMethod.VoidWithContext4<A, B, C, D>> replace(
      StepMethod.VoidWithContext4<A, B, C, D> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidWithContext5}. */
  default <A, B, C, D, E> Replacement<StepMethod.VoidWithContext5<A, B, C, D, E>> replace(
      StepMethod.VoidWithContext5<A, B, C, D, E> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidWithContext6}. */
  default <A, B, C, D, E, F> Replacement<StepMethod.VoidWithContext6<A, B, C, D, E, F>> replace(
      StepMethod.VoidWithContext6<A, B, C, D, E, F> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.OnReceiver1}. */
  default <A, R> Replacement<StepMethod.OnReceiver1<A, R>> replace(
      StepMethod.OnReceiver1<A, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.OnReceiver2}. */
  default <A, B, R> Replacement<StepMethod.OnReceiver2<A, B, R>> replace(
      StepMethod.OnReceiver2<A, B, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.OnReceiver3}. */
  default <A, B, C, R> Replacement<StepMethod.OnReceiver3<A, B, C, R>> replace(
      StepMethod.OnReceiver3<A, B, C, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.OnReceiver4}. */
  default <A, B, C, D, R> Replacement<StepMethod.OnReceiver4<A, B, C, D, R>> replace(
      StepMethod.OnReceiver4<A, B, C, D, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.OnReceiver5}. */
  default <A, B, C, D, E, R> Replacement<StepMethod.OnReceiver5<A, B, C, D, E, R>> replace(
      StepMethod.OnReceiver5<A, B, C, D, E, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.OnReceiver6}. */
  default <A, B, C, D, E, F, R> Replacement<StepMethod.OnReceiver6<A, B, C, D, E, F, R>> replace(
      StepMethod.OnReceiver6<A, B, C, D, E, F, R> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidOnReceiver1}. */
  default <A> Replacement<StepMethod.VoidOnReceiver1<A>> replace(
      StepMethod.VoidOnReceiver1<A> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidOnReceiver2}. */
  default <A, B> Replacement<StepMethod.VoidOnReceiver2<A, B>> replace(
      StepMethod.VoidOnReceiver2<A, B> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidOnReceiver3}. */
  default <A, B, C> Replacement<StepMethod.VoidOnReceiver3<A, B, C>> replace(
      StepMethod.VoidOnReceiver3<A, B, C> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidOnReceiver4}. */
  default <A, B, C, D> Replacement<StepMethod.VoidOnReceiver4<A, B, C, D>> replace(
      StepMethod.VoidOnReceiver4<A, B, C, D> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidOnReceiver5}. */
  default <A, B, C, D, E> Replacement<StepMethod.VoidOnReceiver5<A, B, C, D, E>> replace(
      StepMethod.VoidOnReceiver5<A, B, C, D, E> step) {
    return replacement(step);
  }

  /** Replaces a step: see {@link StepMethod.VoidOnReceiver6}. */
  default <A, B, C, D, E, F> Replacement<StepMethod.VoidOnReceiver6<A, B, C, D, E, F>> replace(
      StepMethod.VoidOnReceiver6<A, B, C, D, E, F> step) {
    return replacement(step);
  }
}
