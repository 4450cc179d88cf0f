package dev.treadle.run.attempt;

import dev.treadle.api.ArtifactAccess;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.error.ArtifactNotFoundException;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.VersionContent;
import dev.treadle.run.value.ValueStore;
import dev.treadle.spi.Materializer;
import java.util.Optional;

/** Artifacts that a step opens or saves by name; each becomes an observed edge. */
public final class ObservedArtifacts implements ArtifactAccess {
  private final MetadataQueries queries;
  private final ValueStore values;
  private final MaterializerSelection materializers;
  private final Publisher publisher;
  private final AttemptNotes notes;
  private final Runnable awaitVisible;

  /**
   * @param awaitVisible waits until queries see what the steps before have published
   */
  public ObservedArtifacts(
      MetadataQueries queries,
      ValueStore values,
      MaterializerSelection materializers,
      Publisher publisher,
      AttemptNotes notes,
      Runnable awaitVisible) {
    this.queries = queries;
    this.values = values;
    this.materializers = materializers;
    this.publisher = publisher;
    this.notes = notes;
    this.awaitVisible = awaitVisible;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T load(String reference, Class<? super T> type) {
    awaitVisible.run();
    ArtifactVersion version =
        find(reference).orElseThrow(() -> new ArtifactNotFoundException(reference));
    VersionContent content = queries.content(version.id());
    Materializer<?> materializer = materializers.require(type);
    Object value = values.load(version.label(), content, type, materializer);
    notes.observed(new NewEdge(version.id(), EdgeRole.OBSERVED_INPUT, reference));
    return (T) type.cast(value);
  }

  @Override
  public void save(String name, Object value) {
    Class<?> type = value.getClass();
    notes.saved(publisher.save(name, value, materializers.require(type), type).version());
  }

  private Optional<ArtifactVersion> find(String reference) {
    int at = reference.lastIndexOf('@');
    if (at < 0) {
      return queries.newestVersion(reference);
    }
    String name = reference.substring(0, at);
    String version = reference.substring(at + 1);
    return (version.matches("[0-9]{1,18}")
            ? queries.version(name, Long.parseLong(version))
            : queries.aliases(name).stream()
                .filter(alias -> alias.name().equals(version))
                .findFirst()
                .flatMap(alias -> queries.version(alias.version().id())))
        .filter(found -> found.deletedAt() == null);
  }
}
