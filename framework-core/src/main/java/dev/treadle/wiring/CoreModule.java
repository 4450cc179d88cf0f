package dev.treadle.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.treadle.artifact.ArtifactService;
import dev.treadle.artifact.Compression;
import dev.treadle.artifact.ObjectGuard;
import dev.treadle.compile.PipelineCompiler;
import dev.treadle.id.IdGenerator;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.run.RunModule;
import dev.treadle.run.attempt.RunFolders;
import dev.treadle.run.attempt.StepCommand;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.Capability;
import dev.treadle.spi.Orchestrator;
import java.nio.file.Path;
import java.time.Clock;

/** Everything of core for one workspace whose stores and stack are open. */
public final class CoreModule extends AbstractModule {
  private final Clock clock;
  private final IdGenerator ids;
  private final ClassLoader loader;
  private final Path temporary;
  private final StepCommand command;
  private final MetadataStore metadata;
  private final ArtifactStore artifacts;
  private final Orchestrator orchestrator;

  /**
   * Takes what is open already.
   *
   * @param loader loads user materializers
   * @param temporary a folder for temporary files, on the artifact store's file system where that is local
   * @param command how other processes can be asked to execute attempts
   */
  public CoreModule(
      Clock clock,
      IdGenerator ids,
      ClassLoader loader,
      Path temporary,
      StepCommand command,
      MetadataStore metadata,
      ArtifactStore artifacts,
      Orchestrator orchestrator) {
    this.clock = clock;
    this.ids = ids;
    this.loader = loader;
    this.temporary = temporary;
    this.command = command;
    this.metadata = metadata;
    this.artifacts = artifacts;
    this.orchestrator = orchestrator;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    bind(Clock.class).toInstance(clock);
    bind(IdGenerator.class).toInstance(ids);
    bind(MetadataStore.class).toInstance(metadata);
    bind(ArtifactStore.class).toInstance(artifacts);
    bind(Orchestrator.class).toInstance(orchestrator);
    bind(RunFolders.class).toInstance(new RunFolders(temporary));
    bind(StepCommand.class).toInstance(command);
    install(new RunModule());
  }

  @Provides
  @Singleton
  MaterializerSelection materializers() {
    return new MaterializerSelection(Materializers.load(loader));
  }

  @Provides
  @Singleton
  PipelineCompiler compiler(MaterializerSelection materializers) {
    return new PipelineCompiler(materializers::choose);
  }

  @Provides
  @Singleton
  ArtifactService artifactService(MaterializerSelection materializers) {
    Compression compression = artifacts.capabilities().contains(Capability.LOCAL_FILES)
        ? Compression.NEVER
        : Compression.WHERE_IT_PAYS;
    return new ArtifactService(
        artifacts, temporary, compression, materializers::require, ObjectGuard.of(metadata));
  }
}
