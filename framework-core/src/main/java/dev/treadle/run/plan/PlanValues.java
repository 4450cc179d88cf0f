package dev.treadle.run.plan;

import dev.treadle.metadata.VersionContent;
import dev.treadle.run.value.ValueStore;
import dev.treadle.spi.Materializer;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads what the project has stored and keeps elsewhere what a plan has to store, which are the items of maps. */
final class PlanValues implements ValueStore {
  private final ValueStore project;
  private final ValueStore scratch;
  private final Set<String> kept = ConcurrentHashMap.newKeySet();

  PlanValues(ValueStore project, ValueStore scratch) {
    this.project = project;
    this.scratch = scratch;
  }

  @Override
  public Stored store(
      String label,
      Object value,
      Type type,
      Materializer<?> materializer,
      @Nullable Path outputDirectory) {
    Stored stored = scratch.store(label, value, type, materializer, outputDirectory);
    kept.add(stored.content().manifestDigest());
    return stored;
  }

  @Override
  public Object load(
      String label, VersionContent content, Type type, Materializer<?> materializer) {
    return of(content).load(label, content, type, materializer);
  }

  @Override
  public Iterable<Object> items(
      String label, VersionContent content, Type listType, Materializer<?> materializer) {
    return of(content).items(label, content, listType, materializer);
  }

  @Override
  public void rely(VersionContent content) {
    of(content).rely(content);
  }

  @Override
  public List<String> problems(String label, VersionContent content) {
    return of(content).problems(label, content);
  }

  private ValueStore of(VersionContent content) {
    return kept.contains(content.manifestDigest()) ? scratch : project;
  }
}
