package dev.treadle.launch;

import dev.treadle.api.run.RunListener;

/**
 * Runs the pipeline that a request names. {@link PipelineMain} finds the one engine of its class path by {@link
 * java.util.ServiceLoader}, so that it depends on nothing that it starts.
 */
public interface PipelineEngine {

  /** Begins in the background what every run waits for. Called once, before {@link #run}. */
  void prepare();

  /**
   * Loads the class, binds the parameters, runs the pipeline to its end and tells the listener.
   *
   * @return the exit code: 0 when the run completed
   * @throws dev.treadle.error.TreadleException when it cannot be started
   */
  int run(LaunchRequest request, RunListener listener);

  /**
   * Loads the class, binds the parameters and finds out what a run would do. Runs and stores nothing, and needs no {@link
   * #prepare}.
   *
   * @throws dev.treadle.error.TreadleException when it could not be started
   */
  RunPlan plan(LaunchRequest request);
}
