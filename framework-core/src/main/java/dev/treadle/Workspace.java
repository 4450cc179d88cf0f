package dev.treadle;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.treadle.artifact.ArtifactService;
import dev.treadle.diff.ArtifactDiffs;
import dev.treadle.id.IdGenerator;
import dev.treadle.id.TimeOrderedIds;
import dev.treadle.log.StepLoggerProvider;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.hibernate.HibernateMetadataStore;
import dev.treadle.run.RunLauncher;
import dev.treadle.run.attempt.StepCommand;
import dev.treadle.run.process.StepEntrypoint;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ComponentContext;
import dev.treadle.spi.ComponentKind;
import dev.treadle.spi.Orchestrator;
import dev.treadle.stack.ComponentRegistry;
import dev.treadle.wiring.CoreModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;

/**
 * A project's stores and its stack, open for runs. Other processes may have the same stores open. Thread-safe.
 */
public final class Workspace implements AutoCloseable {
  private static final String DEFAULT_STACK = "local";

  private final MetadataStore metadata;
  private final ArtifactStore artifactStore;
  private final Orchestrator orchestrator;
  private final WorkingFolder temporary;
  private final Injector injector;

  private Workspace(
      MetadataStore metadata,
      ArtifactStore artifactStore,
      Orchestrator orchestrator,
      WorkingFolder temporary,
      Injector injector) {
    this.metadata = metadata;
    this.artifactStore = artifactStore;
    this.orchestrator = orchestrator;
    this.temporary = temporary;
    this.injector = injector;
  }

  /**
   * Opens a project; what is missing is made.
   *
   * @param project the project's folder; relative settings start there
   * @param store the folder for metadata and artifacts, such as {@code .treadle} in the project
   * @throws dev.treadle.error.TreadleException when a store cannot be opened or a component is missing
   */
  public static Workspace open(Path project, Path store) {
    Clock clock = Clock.systemUTC();
    MetadataStore metadata = HibernateMetadataStore.open(store, clock);
    try {
      StepCommand command = new StepCommand(project.toAbsolutePath(), store.toAbsolutePath());
      return open(project, store, metadata, command, clock, new TimeOrderedIds(clock));
    } catch (RuntimeException e) {
      metadata.close();
      throw e;
    }
  }

  /**
   * Opens a workspace whose metadata are in memory and gone when it is closed; artifacts go to the folder. For
   * tests: the ids of runs and steps are the same each time.
   *
   * @param clock the time of runs
   */
  public static Workspace inMemory(Path folder, Clock clock) {
    StepLoggerProvider.useWhenAlone(PipelineLoading.loader());
    return open(
        folder,
        folder,
        HibernateMetadataStore.inMemory(clock),
        StepCommand.none(folder),
        clock,
        new TimeOrderedIds(clock, new Random(0)));
  }

  private static Workspace open(
      Path project,
      Path store,
      MetadataStore metadata,
      StepCommand command,
      Clock clock,
      IdGenerator ids) {
    ClassLoader loader = PipelineLoading.loader();
    ComponentRegistry components = ComponentRegistry.load(loader);
    ComponentContext context = new ComponentContext(
        DEFAULT_STACK, project.toAbsolutePath(), store.toAbsolutePath(), clock);
    Orchestrator orchestrator =
        components.createEmbedded(ComponentKind.ORCHESTRATOR, Orchestrator.class, context);
    ArtifactStore artifacts =
        components.createEmbedded(ComponentKind.ARTIFACT_STORE, ArtifactStore.class, context);
    WorkingFolder temporary = WorkingFolder.open(store);
    Injector injector = Guice.createInjector(
        Stage.PRODUCTION,
        new CoreModule(
            clock, ids, loader, temporary.path(), command, metadata, artifacts, orchestrator));
    return new Workspace(metadata, artifacts, orchestrator, temporary, injector);
  }

  /** Starts runs. */
  public RunLauncher launcher() {
    return injector.getInstance(RunLauncher.class);
  }

  /** Executes single attempts of runs that another process drives. */
  public StepEntrypoint stepEntrypoint() {
    return injector.getInstance(StepEntrypoint.class);
  }

  /** What is known of runs and artifacts. */
  public MetadataStore metadata() {
    return metadata;
  }

  /** Where bytes are. */
  public ArtifactStore artifactStore() {
    return artifactStore;
  }

  /** Stored values. */
  public ArtifactService artifacts() {
    return injector.getInstance(ArtifactService.class);
  }

  /** Compares stored artifacts, with the differs and classes of the project. */
  public ArtifactDiffs artifactDiffs() {
    return new ArtifactDiffs(metadata.queries(), artifacts(), PipelineLoading.loader());
  }

  /** Closes the stores; what was submitted is durable then. */
  @Override
  public void close() {
    orchestrator.close();
    metadata.close();
    artifactStore.close();
    temporary.close();
  }
}
