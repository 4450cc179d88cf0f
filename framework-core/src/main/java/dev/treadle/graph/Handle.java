package dev.treadle.graph;

import dev.treadle.api.Accessor;
import dev.treadle.api.Artifact;
import dev.treadle.api.data.Lazy;

/** A value while recording, and where it may be used: in its scope and inside it. */
class Handle<T> implements Artifact<T> {
  final GraphRecorder recorder;
  final BindingSpec binding;
  final RecordingScope scope;
  final SourceLocation location;

  Handle(
      GraphRecorder recorder, BindingSpec binding, RecordingScope scope, SourceLocation location) {
    this.recorder = recorder;
    this.binding = binding;
    this.scope = scope;
    this.location = location;
  }

  @Override
  public <C> Artifact<C> get(Accessor<? super T, C> accessor) {
    return new Handle<>(recorder, recorder.components().select(binding, accessor), scope, location);
  }

  @Override
  public Artifact<Lazy<T>> lazy() {
    return new Handle<>(recorder, new BindingSpec.Lazily(binding), scope, location);
  }

  @Override
  public String toString() {
    return "Artifact made at " + location.longText();
  }
}
