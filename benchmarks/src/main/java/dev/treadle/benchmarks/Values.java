package dev.treadle.benchmarks;

import dev.treadle.artifact.ArtifactService;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import dev.treadle.spi.Materializer;
import java.lang.reflect.Type;

/** A new artifact store with the materializers that a pipeline has. */
final class Values implements AutoCloseable {
  private final Project project = Project.open();
  private final MaterializerSelection materializers =
      new MaterializerSelection(Materializers.load(Values.class.getClassLoader()));

  private Values() {}

  static Values open() {
    return new Values();
  }

  ArtifactService artifacts() {
    return project.workspace().artifacts();
  }

  Materializer<?> materializer(Type type) {
    return materializers.require(type);
  }

  @Override
  public void close() {
    project.close();
  }
}
