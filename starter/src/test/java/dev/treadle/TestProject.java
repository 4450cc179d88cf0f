package dev.treadle;

import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.run.RunListener;
import dev.treadle.run.RunHandle;
import dev.treadle.run.RunLauncher;
import dev.treadle.run.RunOptions;
import dev.treadle.run.RunRequest;
import dev.treadle.run.reuse.Reuse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A workspace of a test, whose pipelines are bodies of {@code define}. */
final class TestProject implements AutoCloseable {
  private static final RunOptions NO_CACHE =
      new RunOptions(RunOptions.DEFAULT_SEED, Reuse.FORBIDDEN, 4, Map.of());

  private final Workspace workspace;

  private TestProject(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Metadata in memory, artifacts in the folder. */
  static TestProject in(Path folder) {
    return new TestProject(Workspace.inMemory(folder, Clock.systemUTC()));
  }

  /** All of the store in a folder below. */
  static TestProject stored(Path folder) {
    return new TestProject(Workspace.open(folder, folder.resolve("store")));
  }

  Workspace workspace() {
    return workspace;
  }

  /** Runs without looking into the cache, four at once. */
  Ran run(Consumer<PipelineBuilder> define) {
    return run(define, NO_CACHE);
  }

  Ran run(Consumer<PipelineBuilder> define, RunOptions options) {
    return run(new DefinedPipeline(define), options);
  }

  /** Runs with the cache. */
  Ran runCached(Consumer<PipelineBuilder> define) {
    return run(define, RunOptions.DEFAULT);
  }

  Ran run(Pipeline<NoParams> pipeline, RunOptions options) {
    return new Ran(workspace, start(pipeline, options).await());
  }

  Ran await(RunHandle run) {
    return new Ran(workspace, run.await());
  }

  RunHandle start(Consumer<PipelineBuilder> define, RunListener... listeners) {
    return start(new DefinedPipeline(define), NO_CACHE, listeners);
  }

  RunHandle start(Pipeline<NoParams> pipeline, RunOptions options, RunListener... listeners) {
    return workspace
        .launcher()
        .start(new RunRequest<>(pipeline, new NoParams(), options), List.of(listeners));
  }

  Ran resume(Ran run, Consumer<PipelineBuilder> define) {
    return await(resume(run.result().id(), define));
  }

  RunHandle resume(UUID run, Consumer<PipelineBuilder> define) {
    RunLauncher launcher = workspace.launcher();
    return launcher.resume(
        workspace.metadata().queries().run(run).orElseThrow(),
        launcher.compile(new DefinedPipeline(define), new NoParams()),
        NO_CACHE,
        List.of());
  }

  static RunOptions atOnce(int maxParallel) {
    return new RunOptions(RunOptions.DEFAULT_SEED, Reuse.FORBIDDEN, maxParallel, Map.of());
  }

  @Override
  public void close() {
    workspace.close();
  }
}
