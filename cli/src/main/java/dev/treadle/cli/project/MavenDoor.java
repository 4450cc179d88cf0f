package dev.treadle.cli.project;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.ProjectDirectory;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Pipelines of a Maven project: finds the module that holds one, compiles what is older than its sources, and asks for the
 * class path once. Only what may hold the pipeline is compiled.
 */
public final class MavenDoor {
  private final ProjectDirectory project;
  private final Maven maven;
  private final List<MavenModule> reactor;
  private final List<MavenModule> modules;
  private final ClassPathCache cache;
  private final Clock clock;
  private final boolean build;

  /**
   * @param cacheDirectory where answers of Maven are kept
   * @param build false takes classes as they are
   */
  public MavenDoor(
      ProjectDirectory project,
      Path cacheDirectory,
      boolean build,
      Clock clock,
      Consumer<String> talk) {
    this.project = project;
    Path root = project
        .reactor()
        .orElseThrow(
            () -> new TreadleException(
                CliProblem.NO_PROJECT,
                "There is no pom.xml in " + project.start() + " or above it"
                    + "\nfix: go to a project, name it with --project DIR, or use --jar or --classpath"));
    this.maven = new Maven(root, talk);
    this.reactor = new MavenModule(root).withModules();
    this.modules = new MavenModule(project.module().orElseThrow())
        .withModules().stream().filter(MavenModule::hasSources).toList();
    this.cache = new ClassPathCache(cacheDirectory, reactor);
    this.build = build;
    this.clock = clock;
  }

  /** The pipeline of that name or class, ready to run. */
  public LaunchTarget find(String name) {
    List<MavenModule> candidates = candidates(name);
    Optional<List<Path>> known = Optional.empty();
    if (candidates.size() == 1) {
      known = Optional.of(dependencies(candidates.get(0)));
    } else if (build) {
      compileStale(candidates);
    }
    PipelineClass pipeline = PipelineIndex.of(
            candidates.stream().map(MavenModule::classes).toList())
        .select(name, project.start());
    MavenModule module = candidates.stream()
        .filter(each -> each.classes().equals(pipeline.root()))
        .findFirst()
        .orElseThrow();
    return target(pipeline, module, known.orElseGet(() -> dependencies(module)));
  }

  /** All pipelines of the project, ready to run, by module and class. */
  public List<LaunchTarget> all() {
    if (build) {
      compileStale(modules);
    }
    List<LaunchTarget> targets = new ArrayList<>();
    for (MavenModule module : modules) {
      List<PipelineClass> pipelines =
          PipelineIndex.of(List.of(module.classes())).pipelines();
      if (!pipelines.isEmpty()) {
        List<Path> dependencies = dependencies(module);
        pipelines.forEach(pipeline -> targets.add(target(pipeline, module, dependencies)));
      }
    }
    return targets;
  }

  private LaunchTarget target(PipelineClass pipeline, MavenModule module, List<Path> dependencies) {
    List<Path> classPath = new ArrayList<>();
    classPath.add(module.classes());
    classPath.addAll(dependencies);
    return new LaunchTarget(pipeline, classPath, project.start());
  }

  /** The modules with a source or a class of that name, else all. */
  private List<MavenModule> candidates(String name) {
    List<MavenModule> likely = modules.stream()
        .filter(module -> module.hasSourceOf(name)
            || PipelineIndex.of(List.of(module.classes())).holds(name))
        .toList();
    return likely.isEmpty() ? modules : likely;
  }

  private List<Path> dependencies(MavenModule module) {
    Optional<List<Path>> cached = cache.find(module);
    if (cached.isEmpty()) {
      FileTime now = now();
      List<Path> entries = cache.save(module, maven.classPath(module, build));
      if (build) {
        ownModules(module, entries).forEach(each -> cache.built(each, now));
      }
      return entries;
    }
    if (build) {
      compileStale(ownModules(module, cached.get()), List.of(module));
    }
    return cached.get();
  }

  private void compileStale(List<MavenModule> candidates) {
    compileStale(candidates, candidates);
  }

  private void compileStale(List<MavenModule> watched, List<MavenModule> targets) {
    if (watched.stream().anyMatch(module -> module.isStale(cache.builtAt(module)))) {
      FileTime now = now();
      maven.compile(targets);
      watched.forEach(module -> cache.built(module, now));
    }
  }

  /** The module and those of the project on its class path. */
  private List<MavenModule> ownModules(MavenModule module, List<Path> classPath) {
    return reactor.stream()
        .filter(each -> each.equals(module) || classPath.contains(each.classes()))
        .toList();
  }

  private FileTime now() {
    return FileTime.from(clock.instant());
  }
}
