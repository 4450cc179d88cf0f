package dev.treadle;

import dev.treadle.artifact.ArtifactService;
import dev.treadle.artifact.Compression;
import dev.treadle.artifact.ObjectGuard;
import dev.treadle.curation.DeletionPlan;
import dev.treadle.curation.DiskUsage;
import dev.treadle.curation.Imports;
import dev.treadle.curation.MissingObjects;
import dev.treadle.curation.Pruning;
import dev.treadle.curation.RunDeletions;
import dev.treadle.curation.Swept;
import dev.treadle.diff.ArtifactDiffs;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.VersionRef;
import dev.treadle.metadata.hibernate.HibernateMetadataStore;
import dev.treadle.query.Filter;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ComponentContext;
import dev.treadle.spi.ComponentKind;
import dev.treadle.spi.StorePath;
import dev.treadle.stack.ComponentRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project's stores, open for looking: no ORM, no injector, nothing that has to warm up before something is changed.
 * Thread-safe.
 */
public final class StoreReader implements AutoCloseable {
  private final Path folder;
  private final Clock clock;
  private final MetadataStore metadata;
  private @Nullable ArtifactStore store;

  private StoreReader(Path folder, Clock clock, MetadataStore metadata) {
    this.folder = folder.toAbsolutePath();
    this.clock = clock;
    this.metadata = metadata;
  }

  /**
   * Opens the stores in a folder: that of metadata at once, that of artifacts when bytes or logs are asked for, as most
   * looks need none.
   *
   * @throws dev.treadle.error.TreadleException when there are none or they cannot be opened
   */
  public static StoreReader open(Path folder) {
    Clock clock = Clock.systemUTC();
    return new StoreReader(folder, clock, HibernateMetadataStore.openForReading(folder, clock));
  }

  public MetadataQueries queries() {
    return metadata.queries();
  }

  public ArtifactService artifacts() {
    return new ArtifactService(
        store(),
        folder.resolve("tmp"),
        Compression.NEVER,
        type -> materializers().require(type),
        ObjectGuard.of(metadata));
  }

  /** For changing what is stored. The first change starts what writing needs, which takes its time. */
  public MetadataStore metadata() {
    return metadata;
  }

  /** Finds out what would become of runs that are deleted. */
  public RunDeletions deletions() {
    return new RunDeletions(metadata, store(), artifacts().objects());
  }

  /** Deletes runs, with what their processes printed. */
  public Swept delete(DeletionPlan plan, Act act) {
    Swept swept = deletions().delete(plan, act);
    DetachedLogs logs = new DetachedLogs(folder);
    plan.runs().forEach(run -> logs.delete(run.id()));
    return swept;
  }

  /** Deletes what is not wanted any more. */
  public Pruning pruning() {
    return new Pruning(metadata, store(), artifacts().objects());
  }

  /** The versions of which the artifact store does not have everything. */
  public List<VersionRef> missing() {
    return MissingObjects.of(queries(), store(), artifacts().objects());
  }

  /** How many things killed processes have left in the folder. */
  public int leftovers() {
    try {
      return left().count();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Deletes what killed processes have left, and says how many things there were beside unfinished objects. */
  public int deleteLeftovers() {
    store(); // deletes unfinished objects when it is opened
    try {
      return left().delete();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Leftovers left() {
    return new Leftovers(folder, clock, run -> queries().run(run).isPresent());
  }

  private TreadleException unreadable(IOException e) {
    return new TreadleException(
        CoreProblem.STORE_ACCESS, "Cannot look through " + folder + ": " + e.getMessage(), e);
  }

  /** Brings data in. */
  public Imports imports() {
    return new Imports(metadata, artifacts(), materializers());
  }

  /** What the versions that fit take. */
  public DiskUsage usage(Filter where) {
    return DiskUsage.of(queries(), artifacts().objects(), where);
  }

  /** Compares stored artifacts. */
  public ArtifactDiffs artifactDiffs() {
    return new ArtifactDiffs(queries(), artifacts(), StoreReader.class.getClassLoader());
  }

  /** Opens the log of an attempt. The caller closes it. */
  public InputStream log(String path) {
    return store().open(StorePath.of(path));
  }

  @Override
  public synchronized void close() {
    metadata.close();
    if (store != null) {
      store.close();
    }
  }

  private static MaterializerSelection materializers() {
    return new MaterializerSelection(Materializers.load(StoreReader.class.getClassLoader()));
  }

  private synchronized ArtifactStore store() {
    if (store == null) {
      store = ComponentRegistry.load(StoreReader.class.getClassLoader())
          .createEmbedded(
              ComponentKind.ARTIFACT_STORE,
              ArtifactStore.class,
              new ComponentContext("local", folder, folder, clock));
    }
    return store;
  }
}
