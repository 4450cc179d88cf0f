package dev.treadle;

import dev.treadle.artifact.ArtifactService;
import dev.treadle.artifact.Compression;
import dev.treadle.artifact.ObjectGuard;
import dev.treadle.launch.RunPlan;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.hibernate.HibernateMetadataStore;
import dev.treadle.run.RunRequest;
import dev.treadle.run.plan.PlanServices;
import dev.treadle.run.plan.RunPlanner;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ComponentContext;
import dev.treadle.spi.ComponentKind;
import dev.treadle.spi.Orchestrator;
import dev.treadle.spi.StackComponent;
import dev.treadle.stack.ComponentRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Finds out what a run would do, from a project's stores and a scratch folder. Makes no store where there is none, and needs no
 * permission to write in one.
 */
final class Planning {
  private final Path project;
  private final Clock clock = Clock.systemUTC();
  private final ClassLoader loader = PipelineLoading.loader();
  private final ComponentRegistry components = ComponentRegistry.load(loader);

  Planning(Path project) {
    this.project = project.toAbsolutePath();
  }

  /**
   * The plan.
   *
   * @param store the folder of metadata and artifacts; it may be missing
   */
  <P extends Record> RunPlan plan(RunRequest<P> request, Path store) {
    return with(store, (services, scratch) -> RunPlanner.plan(request, services));
  }

  /**
   * Does something with what a project has stored, and a folder that is then deleted.
   *
   * @param store the folder of metadata and artifacts; it may be missing
   */
  <T> T with(Path store, BiFunction<PlanServices, Path, T> work) {
    Path scratch = scratch();
    try {
      return HibernateMetadataStore.exists(store)
          ? with(HibernateMetadataStore.openForLooking(store, scratch, clock), store, scratch, work)
          : with(HibernateMetadataStore.empty(clock), scratch, scratch, work);
    } finally {
      delete(scratch);
    }
  }

  private <T> T with(
      MetadataStore metadata, Path store, Path scratch, BiFunction<PlanServices, Path, T> work) {
    MaterializerSelection materializers = new MaterializerSelection(Materializers.load(loader));
    try (metadata;
        Orchestrator orchestrator =
            component(ComponentKind.ORCHESTRATOR, Orchestrator.class, scratch);
        ArtifactStore artifacts =
            component(ComponentKind.ARTIFACT_STORE, ArtifactStore.class, store);
        ArtifactStore kept =
            component(ComponentKind.ARTIFACT_STORE, ArtifactStore.class, scratch)) {
      return work.apply(
          new PlanServices(
              metadata.queries(),
              orchestrator,
              artifacts,
              service(artifacts, scratch, materializers),
              service(kept, scratch, materializers),
              materializers,
              clock),
          scratch);
    }
  }

  private <C extends StackComponent> C component(ComponentKind kind, Class<C> type, Path folder) {
    return components.createEmbedded(
        kind, type, new ComponentContext("local", project, folder.toAbsolutePath(), clock));
  }

  private static ArtifactService service(
      ArtifactStore store, Path scratch, MaterializerSelection materializers) {
    return new ArtifactService(
        store, scratch.resolve("tmp"), Compression.NEVER, materializers::require, ObjectGuard.NONE);
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("treadle-plan");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a folder for temporary files", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      // Files in the temporary folder; the system clears it.
    }
  }
}
