package dev.treadle.torture;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.treadle.artifactstore.local.SimulatedArtifacts;
import dev.treadle.id.TimeOrderedIds;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.hibernate.HibernateMetadataStore;
import dev.treadle.metadata.hibernate.SimulatedFiles;
import dev.treadle.orchestrator.local.LocalOrchestratorFactory;
import dev.treadle.orchestrator.local.LocalOrchestratorSettings;
import dev.treadle.run.RunHandle;
import dev.treadle.run.RunLauncher;
import dev.treadle.run.attempt.StepCommand;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ComponentContext;
import dev.treadle.spi.Orchestrator;
import dev.treadle.wiring.CoreModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** A workspace whose stores are on a simulated disk. */
final class SimulatedWorkspace implements AutoCloseable {
  private final Disk disk;
  private final MetadataStore metadata;
  private final ArtifactStore artifacts;
  private final Orchestrator orchestrator;
  private final RunLauncher launcher;

  private SimulatedWorkspace(Disk disk, MetadataStore metadata, ArtifactStore artifacts) {
    Clock clock = Clock.systemUTC();
    this.disk = disk;
    this.metadata = metadata;
    this.artifacts = artifacts;
    var context = new ComponentContext("local", disk.root(), disk.root(), clock);
    this.orchestrator = (Orchestrator)
        new LocalOrchestratorFactory().create(new LocalOrchestratorSettings(2, null), context);
    Injector injector = Guice.createInjector(new CoreModule(
        clock,
        new TimeOrderedIds(clock),
        SimulatedWorkspace.class.getClassLoader(),
        disk.root().resolveSibling(disk.root().getFileName() + "-tmp"),
        StepCommand.none(disk.root()),
        metadata,
        artifacts,
        orchestrator));
    this.launcher = injector.getInstance(RunLauncher.class);
  }

  static SimulatedWorkspace open(Disk disk) {
    SimulatedFiles.use(disk);
    Path root = disk.root();
    MetadataStore metadata = HibernateMetadataStore.open(root, Clock.systemUTC());
    try {
      return new SimulatedWorkspace(
          disk, metadata, SimulatedArtifacts.open(root.resolve("artifacts"), disk));
    } catch (RuntimeException e) {
      metadata.close();
      throw e;
    }
  }

  RunHandle start(long work, Consumer<String> facts) {
    return launcher.start(
        Work.request(work), List.of(new Acknowledgements(metadata.queries(), facts)));
  }

  @Override
  public void close() {
    orchestrator.close();
    metadata.close();
    artifacts.close();
    SimulatedFiles.forget(disk);
  }
}
