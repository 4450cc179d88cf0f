package dev.treadle;

import dev.treadle.artifact.ArtifactService;
import dev.treadle.artifact.Compression;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.hibernate.HibernateMetadataStore;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ComponentContext;
import dev.treadle.spi.ComponentKind;
import dev.treadle.spi.StorePath;
import dev.treadle.stack.ComponentRegistry;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;

/** A project's stores, open for looking: no ORM, no injector, nothing that has to warm up. Thread-safe. */
public final class StoreReader implements AutoCloseable {
  private final MetadataStore metadata;
  private final ArtifactStore store;
  private final ArtifactService artifacts;

  private StoreReader(MetadataStore metadata, ArtifactStore store, Path temporary) {
    this.metadata = metadata;
    this.store = store;
    this.artifacts = new ArtifactService(
        store,
        temporary,
        Compression.NEVER,
        type -> new MaterializerSelection(Materializers.load(StoreReader.class.getClassLoader()))
            .require(type));
  }

  /**
   * Opens the stores in a folder.
   *
   * @throws dev.treadle.error.TreadleException when there are none or they cannot be opened
   */
  public static StoreReader open(Path folder) {
    Clock clock = Clock.systemUTC();
    MetadataStore metadata = HibernateMetadataStore.openForReading(folder, clock);
    try {
      ComponentContext context =
          new ComponentContext("local", folder.toAbsolutePath(), folder.toAbsolutePath(), clock);
      ArtifactStore store = ComponentRegistry.load(StoreReader.class.getClassLoader())
          .createEmbedded(ComponentKind.ARTIFACT_STORE, ArtifactStore.class, context);
      return new StoreReader(metadata, store, folder.resolve("tmp"));
    } catch (RuntimeException e) {
      metadata.close();
      throw e;
    }
  }

  public MetadataQueries queries() {
    return metadata.queries();
  }

  public ArtifactService artifacts() {
    return artifacts;
  }

  /** Opens the log of an attempt. The caller closes it. */
  public InputStream log(String path) {
    return store.open(StorePath.of(path));
  }

  @Override
  public void close() {
    metadata.close();
    store.close();
  }
}
