package dev.treadle.run.task;

import dev.treadle.compile.CompiledPipeline;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.MapNode;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.run.value.InputValue;
import dev.treadle.run.value.Produced;
import dev.treadle.run.value.ValueStore;
import dev.treadle.spi.Materializer;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** Takes the list of a map apart: each item is stored by itself, so that its identity does not depend on the others. */
public final class MapItems {
  private final CompiledPipeline pipeline;
  private final ValueStore values;
  private final MaterializerSelection materializers;

  public MapItems(
      CompiledPipeline pipeline, ValueStore values, MaterializerSelection materializers) {
    this.pipeline = pipeline;
    this.values = values;
    this.materializers = materializers;
  }

  /** The items in their order, of the map in a run that has these values. */
  public List<InputValue> of(MapNode map, RunValues run, int mapIndex) {
    Type itemType = pipeline
        .typeOf(new BindingSpec.Item(map.name()))
        .orElseThrow(() -> new IllegalStateException("Map '" + map.name() + "' has no item type"));
    return of(run.resolve(map.items(), List.class, mapIndex), itemType);
  }

  private List<InputValue> of(InputValue list, Type itemType) {
    if (list instanceof InputValue.ListOf values) {
      return values.items();
    }
    Materializer<?> materializer = materializers.require(itemType);
    List<InputValue> items = new ArrayList<>();
    for (Object item : items(list)) {
      var stored = values.store("item " + items.size(), item, itemType, materializer, null);
      items.add(new InputValue.Item(
          list, items.size(), stored.content(), itemType, materializer, values));
    }
    return items;
  }

  private Iterable<?> items(InputValue list) {
    if (list instanceof InputValue.Version version) {
      Produced produced = version.produced();
      return values.items(
          produced.artifact(), produced.content(), produced.type(), produced.materializer());
    }
    Object loaded = list.load();
    if (loaded instanceof Iterable<?> iterable) {
      return iterable;
    }
    throw new TreadleException(
        CoreProblem.GRAPH_LIST_EXPECTED,
        "A map needs a list, got " + loaded.getClass().getName());
  }
}
