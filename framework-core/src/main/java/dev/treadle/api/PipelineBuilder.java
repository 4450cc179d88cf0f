package dev.treadle.api;

import dev.treadle.api.run.RunListener;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Records a pipeline. Steps are given as method references and their inputs bound one at a time, so that javac checks
 * order, number and type of each:
 *
 * <pre>{@code
 * var split = p.step(ChurnSteps::split).with(raw).with(0.2);
 * var model = p.step(ChurnSteps::train).with(split.get(Split::train)).with(hyperParams).retry(3);
 * }</pre>
 *
 * <p>One builder belongs to one call of {@link Pipeline#define} and to its thread.
 *
 * @since 0.1
 */
@SuppressWarnings("overloads")
public interface PipelineBuilder {

  /** Starts a call of the step that a method reference names; what all {@code step} methods lead to. */
  <R> StepBinder<R> begin(StepMethod method);

  /** Calls a step named by class and method; inputs are bound by name. */
  <R> NamedStepCall<R> step(StepRef<R> step);

  /**
   * Fans out at run time: the body is called once, with a handle that stands for each item, and what it records runs for
   * every item of the list.
   *
   * @return the list of what the body returned, in the order of the items
   */
  <E, R> MapCall<R> map(
      Artifact<? extends List<E>> items, Function<? super Artifact<E>, ? extends Artifact<R>> body);

  /** Starts a branch on a condition known only at run time. */
  Branch when(Artifact<Boolean> condition);

  /** One of two results of the same type; only the side that the condition chooses runs. */
  <T> Artifact<T> either(
      Artifact<Boolean> condition,
      Supplier<? extends Artifact<? extends T>> then,
      Supplier<? extends Artifact<? extends T>> otherwise);

  /** Several handles as one list, in their order. */
  <T> Artifact<List<T>> collect(List<? extends Artifact<? extends T>> items);

  /**
   * Data that stays where it is. Its version or digest is recorded when a run first reads it; a step gets a local, readable
   * path.
   *
   * @param name the artifact's global name
   * @param uri where it is, such as {@code file:///data/weather.csv}
   */
  Artifact<Path> external(String name, URI uri);

  /**
   * Records the steps of another pipeline here, with its name and a dot before theirs. What it says of {@link #defaults} holds
   * for them; its {@link #timeout}, {@link #strict} and {@link #listen} are for runs of its own.
   */
  <P extends Record> IncludedPipeline include(Pipeline<P> pipeline, P params);

  /** Options of all steps that say nothing else. */
  StepDefaults defaults();

  /**
   * The longest that a run may take; positive. Then running steps are stopped, no other is started and the run has failed. A run
   * that is resumed has that time once more.
   */
  void timeout(Duration timeout);

  /**
   * Starts a step only when the results that it rests on are durable. Else steps begin as soon as those are known, and a run
   * has completed when all is durable: a crash may then lose the results of steps whose effects elsewhere remain.
   */
  void strict();

  /**
   * Tells a listener of all that happens in a run.
   *
   * @param listener a public class with a public constructor without parameters
   */
  void listen(Class<? extends RunListener> listener);

  /** Calls a step: see {@link StepMethod.Of0}. */
  default <R> StepCall<R> step(StepMethod.Of0<R> method) {
    return this.<R>begin(method).call();
  }

  /** Calls a step: see {@link StepMethod.Of1}. */
  default <A, R> Bind1<A, R> step(StepMethod.Of1<A, R> method) {
    return new Bind1<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.Of2}. */
  default <A, B, R> Bind2<A, B, R> step(StepMethod.Of2<A, B, R> method) {
    return new Bind2<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.Of3}. */
  default <A, B, C, R> Bind3<A, B, C, R> step(StepMethod.Of3<A, B, C, R> method) {
    return new Bind3<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.Of4}. */
  default <A, B, C, D, R> Bind4<A, B, C, D, R> step(StepMethod.Of4<A, B, C, D, R> method) {
    return new Bind4<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.Of5}. */
  default <A, B, C, D, E, R> Bind5<A, B, C, D, E, R> step(StepMethod.Of5<A, B, C, D, E, R> method) {
    return new Bind5<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.Of6}. */
  default <A, B, C, D, E, F, R> Bind6<A, B, C, D, E, F, R> step(
      StepMethod.Of6<A, B, C, D, E, F, R> method) {
    return new Bind6<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.Void0}. */
  default StepCall<Void> step(StepMethod.Void0 method) {
    return this.<Void>begin(method).call();
  }

  /** Calls a step: see {@link StepMethod.Void1}. */
  default <A> Bind1<A, Void> step(StepMethod.Void1<A> method) {
    return new Bind1<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.Void2}. */
  default <A, B> Bind2<A, B, Void> step(StepMethod.Void2<A, B> method) {
    return new Bind2<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.Void3}. */
  default <A, B, C> Bind3<A, B, C, Void> step(StepMethod.Void3<A, B, C> method) {
    return new Bind3<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.Void4}. */
  default <A, B, C, D> Bind4<A, B, C, D, Void> step(StepMethod.Void4<A, B, C, D> method) {
    return new Bind4<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.Void5}. */
  default <A, B, C, D, E> Bind5<A, B, C, D, E, Void> step(StepMethod.Void5<A, B, C, D, E> method) {
    return new Bind5<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.Void6}. */
  default <A, B, C, D, E, F> Bind6<A, B, C, D, E, F, Void> step(
      StepMethod.Void6<A, B, C, D, E, F> method) {
    return new Bind6<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.WithContext0}. */
  default <R> StepCall<R> step(StepMethod.WithContext0<R> method) {
    return this.<R>begin(method).call();
  }

  /** Calls a step: see {@link StepMethod.WithContext1}. */
  default <A, R> Bind1<A, R> step(StepMethod.WithContext1<A, R> method) {
    return new Bind1<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.WithContext2}. */
  default <A, B, R> Bind2<A, B, R> step(StepMethod.WithContext2<A, B, R> method) {
    return new Bind2<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.WithContext3}. */
  default <A, B, C, R> Bind3<A, B, C, R> step(StepMethod.WithContext3<A, B, C, R> method) {
    return new Bind3<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.WithContext4}. */
  default <A, B, C, D, R> Bind4<A, B, C, D, R> step(StepMethod.WithContext4<A, B, C, D, R> method) {
    return new Bind4<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.WithContext5}. */
  default <A, B, C, D, E, R> Bind5<A, B, C, D, E, R> step(
      StepMethod.WithContext5<A, B, C, D, E, R> method) {
    return new Bind5<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.WithContext6}. */
  default <A, B, C, D, E, F, R> Bind6<A, B, C, D, E, F, R> step(
      StepMethod.WithContext6<A, B, C, D, E, F, R> method) {
    return new Bind6<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.VoidWithContext0}. */
  default StepCall<Void> step(StepMethod.VoidWithContext0 method) {
    return this.<Void>begin(method).call();
  }

  /** Calls a step: see {@link StepMethod.VoidWithContext1}. */
  default <A> Bind1<A, Void> step(StepMethod.VoidWithContext1<A> method) {
    return new Bind1<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.VoidWithContext2}. */
  default <A, B> Bind2<A, B, Void> step(StepMethod.VoidWithContext2<A, B> method) {
    return new Bind2<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.VoidWithContext3}. */
  default <A, B, C> Bind3<A, B, C, Void> step(StepMethod.VoidWithContext3<A, B, C> method) {
    return new Bind3<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.VoidWithContext4}. */
  default <A, B, C, D> Bind4<A, B, C, D, Void> step(
      StepMethod.VoidWithContext4<A, B, C, D> method) {
    return new Bind4<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.VoidWithContext5}. */
  default <A, B, C, D, E> Bind5<A, B, C, D, E, Void> step(
      StepMethod.VoidWithContext5<A, B, C, D, E> method) {
    return new Bind5<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.VoidWithContext6}. */
  default <A, B, C, D, E, F> Bind6<A, B, C, D, E, F, Void> step(
      StepMethod.VoidWithContext6<A, B, C, D, E, F> method) {
    return new Bind6<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.OnReceiver1}. */
  default <A, R> Bind1<A, R> step(StepMethod.OnReceiver1<A, R> method) {
    return new Bind1<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.OnReceiver2}. */
  default <A, B, R> Bind2<A, B, R> step(StepMethod.OnReceiver2<A, B, R> method) {
    return new Bind2<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.OnReceiver3}. */
  default <A, B, C, R> Bind3<A, B, C, R> step(StepMethod.OnReceiver3<A, B, C, R> method) {
    return new Bind3<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.OnReceiver4}. */
  default <A, B, C, D, R> Bind4<A, B, C, D, R> step(StepMethod.OnReceiver4<A, B, C, D, R> method) {
    return new Bind4<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.OnReceiver5}. */
  default <A, B, C, D, E, R> Bind5<A, B, C, D, E, R> step(
      StepMethod.OnReceiver5<A, B, C, D, E, R> method) {
    return new Bind5<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.OnReceiver6}. */
  default <A, B, C, D, E, F, R> Bind6<A, B, C, D, E, F, R> step(
      StepMethod.OnReceiver6<A, B, C, D, E, F, R> method) {
    return new Bind6<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.VoidOnReceiver1}. */
  default <A> Bind1<A, Void> step(StepMethod.VoidOnReceiver1<A> method) {
    return new Bind1<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.VoidOnReceiver2}. */
  default <A, B> Bind2<A, B, Void> step(StepMethod.VoidOnReceiver2<A, B> method) {
    return new Bind2<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.VoidOnReceiver3}. */
  default <A, B, C> Bind3<A, B, C, Void> step(StepMethod.VoidOnReceiver3<A, B, C> method) {
    return new Bind3<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.VoidOnReceiver4}. */
  default <A, B, C, D> Bind4<A, B, C, D, Void> step(StepMethod.VoidOnReceiver4<A, B, C, D> method) {
    return new Bind4<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.VoidOnReceiver5}. */
  default <A, B, C, D, E> Bind5<A, B, C, D, E, Void> step(
      StepMethod.VoidOnReceiver5<A, B, C, D, E> method) {
    return new Bind5<>(begin(method));
  }

  /** Calls a step: see {@link StepMethod.VoidOnReceiver6}. */
  default <A, B, C, D, E, F> Bind6<A, B, C, D, E, F, Void> step(
      StepMethod.VoidOnReceiver6<A, B, C, D, E, F> method) {
    return new Bind6<>(begin(method));
  }
}
