package dev.treadle.graph;

import dev.treadle.api.MapCall;
import dev.treadle.error.CoreProblem;
import java.util.List;

final class MapHandle<R> extends Handle<List<R>> implements MapCall<R> {
  private final RecordedMap map;

  MapHandle(GraphRecorder recorder, RecordedMap map) {
    super(recorder, new BindingSpec.Mapped(map.id()), map.scope, map.location);
    this.map = map;
  }

  @Override
  public MapCall<R> named(String name) {
    map.given = name;
    return this;
  }

  @Override
  public MapCall<R> maxParallel(int items) {
    if (items < 1) {
      recorder
          .graph()
          .problem(
              CoreProblem.STEP_OPTION_RANGE,
              "maxParallel(" + items + ") is out of range; it is 1 or more.",
              location,
              "leave it out for no limit");
    }
    map.maxParallel = items;
    return this;
  }
}
