package dev.treadle.run.value;

import dev.treadle.artifact.ArtifactService;
import dev.treadle.artifact.Corruption;
import dev.treadle.artifact.RecordedContent;
import dev.treadle.artifact.StoredArtifact;
import dev.treadle.artifact.StoredArtifactRef;
import dev.treadle.metadata.VersionContent;
import dev.treadle.spi.Materializer;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values in the artifact store, described as the metadata store keeps them. */
public final class StoredValues implements ValueStore {
  private static final String PREFIX = "sha256:";
  /** Lists up to this size are read as a whole when they are taken apart. */
  private static final long LARGEST_WHOLE_LIST = 64L * 1024 * 1024;

  private final ArtifactService artifacts;

  @Inject
  public StoredValues(ArtifactService artifacts) {
    this.artifacts = artifacts;
  }

  @Override
  public Stored store(
      String label,
      Object value,
      Type type,
      Materializer<?> materializer,
      @Nullable Path outputDirectory) {
    StoredArtifact stored = artifacts.store(label, value, type, materializer, outputDirectory);
    RecordedContent recorded = RecordedContent.of(stored, type, materializer);
    return new Stored(recorded.content(), recorded.facts());
  }

  @Override
  public Object load(
      String label, VersionContent content, Type type, Materializer<?> materializer) {
    return artifacts.load(reference(label, content), type, materializer);
  }

  @Override
  public Iterable<Object> items(
      String label, VersionContent content, Type listType, Materializer<?> materializer) {
    if (content.sizeBytes() <= LARGEST_WHOLE_LIST) {
      return new ArrayList<>(
          (java.util.Collection<?>) load(label, content, listType, materializer));
    }
    StoredArtifactRef list = reference(label, content);
    int count = artifacts.count(list, listType, materializer);
    return () -> IntStream.range(0, count)
        .mapToObj(index -> artifacts.loadItem(list, listType, materializer, index))
        .iterator();
  }

  @Override
  public void rely(VersionContent content) {
    artifacts.rely(
        PREFIX + content.manifestDigest(), content.manifestJson(), content.inline() != null);
  }

  @Override
  public List<String> problems(String label, VersionContent content) {
    return artifacts.verify(reference(label, content)).stream()
        .map(Corruption::toString)
        .toList();
  }

  /** How the artifact service finds what a record describes. */
  static StoredArtifactRef reference(String label, VersionContent content) {
    byte[] inline = content.inline();
    return new StoredArtifactRef(
        label, PREFIX + content.manifestDigest(), inline == null ? new byte[0] : inline);
  }
}
