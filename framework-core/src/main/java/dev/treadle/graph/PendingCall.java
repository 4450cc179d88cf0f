package dev.treadle.graph;

import dev.treadle.api.Artifact;
import dev.treadle.api.StepBinder;
import dev.treadle.api.StepCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step whose inputs are being bound. What is bound is looked at when the call is complete. */
final class PendingCall<R> implements StepBinder<R> {
  private final GraphRecorder recorder;
  private final @Nullable StepSignature signature;
  private final SourceLocation location;
  private final List<Object> bound;

  PendingCall(
      GraphRecorder recorder,
      @Nullable StepSignature signature,
      SourceLocation location,
      List<Object> bound) {
    this.recorder = recorder;
    this.signature = signature;
    this.location = location;
    this.bound = bound;
  }

  @Override
  public StepBinder<R> bind(Artifact<?> input) {
    return and(input);
  }

  @Override
  public StepBinder<R> bindLiteral(Object literal) {
    return and(literal);
  }

  @Override
  public StepCall<R> call() {
    var step = recorder.addStep(signature, location);
    for (int i = 0; i < Math.min(step.inputs.length, bound.size()); i++) {
      step.inputs[i] = recorder.bind(bound.get(i), step.signature, i, location);
    }
    return new StepHandle<>(recorder, step);
  }

  private PendingCall<R> and(Object input) {
    var more = new ArrayList<>(bound);
    more.add(input);
    return new PendingCall<>(recorder, signature, location, more);
  }
}
