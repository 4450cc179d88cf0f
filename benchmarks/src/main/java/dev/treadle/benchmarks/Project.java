package dev.treadle.benchmarks;

import dev.treadle.Workspace;
import dev.treadle.api.Pipeline;
import dev.treadle.api.run.RunResult;
import dev.treadle.api.run.RunStatus;
import dev.treadle.run.RunOptions;
import dev.treadle.run.RunRequest;
import java.nio.file.Path;
import java.util.List;

/** A project in a new folder with an open embedded store that has written before; gone when closed. */
final class Project implements AutoCloseable {
  private final Path folder;
  private final Workspace workspace;

  private Project(Path folder) {
    this.folder = folder;
    this.workspace = Workspace.open(folder, folder.resolve(".treadle"));
  }

  static Project open() {
    Project project = new Project(Disk.newFolder());
    project.run(new ChainPipeline(), new ChainPipeline.Params(1));
    return project;
  }

  Workspace workspace() {
    return workspace;
  }

  Path folder() {
    return folder;
  }

  /** Runs to the end, when everything is durable; fails unless it completes. */
  <P extends Record> RunResult run(Pipeline<P> pipeline, P params) {
    var request = new RunRequest<>(pipeline, params, RunOptions.DEFAULT);
    RunResult result = workspace.launcher().start(request, List.of()).await();
    if (result.status() != RunStatus.COMPLETED) {
      throw new IllegalStateException(result.toString());
    }
    return result;
  }

  /** Milliseconds that a run takes. */
  <P extends Record> double time(Pipeline<P> pipeline, P params) {
    var watch = new Stopwatch();
    run(pipeline, params);
    return watch.milliseconds();
  }

  @Override
  public void close() {
    workspace.close();
    Disk.delete(folder);
  }
}
