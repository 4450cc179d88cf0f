package dev.treadle.torture;

import dev.treadle.Workspace;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunListener;
import dev.treadle.run.RunHandle;
import dev.treadle.run.RunLauncher;
import dev.treadle.run.RunOptions;
import dev.treadle.run.RunRequest;
import dev.treadle.run.reuse.Reuse;
import java.util.List;
import java.util.Map;

/** Runs of the pipeline, whose seed is what they work on, so that it is known of any run in a store. */
final class Work {
  private Work() {}

  static RunRequest<TorturePipeline.Params> request(long work) {
    return new RunRequest<>(new TorturePipeline(), new TorturePipeline.Params(work), options(work));
  }

  static RunHandle resume(Workspace workspace, PipelineRun run, RunListener... listeners) {
    RunLauncher launcher = workspace.launcher();
    return launcher.resume(
        run,
        launcher.compile(new TorturePipeline(), new TorturePipeline.Params(run.seed())),
        options(run.seed()),
        List.of(listeners));
  }

  private static RunOptions options(long work) {
    return new RunOptions(work, Reuse.ALLOWED, 2, Map.of());
  }
}
