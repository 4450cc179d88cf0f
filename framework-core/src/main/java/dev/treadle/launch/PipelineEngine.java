package dev.treadle.launch;

import dev.treadle.api.run.RunListener;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

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
   * Executes one attempt of a step of a run that another process drives.
   *
   * @param lines takes the events of the step
   * @param cancelled completes when the step is to stop
   * @return the exit code of this process
   * @throws dev.treadle.error.TreadleException when the attempt is not to be had or could not be recorded
   */
  int step(StepArguments arguments, Consumer<String> lines, CompletableFuture<Void> cancelled);

  /**
   * Loads the class, binds the parameters and finds out what a run would do. Runs and stores nothing, and needs no {@link
   * #prepare}.
   *
   * @throws dev.treadle.error.TreadleException when it could not be started
   */
  RunPlan plan(LaunchRequest request);

  /**
   * Executes one step on what the previous run of the request has stored. Records nothing, in no store.
   *
   * @param log gets each line that the step logs or prints
   * @throws dev.treadle.error.TreadleException when it cannot be executed; what the step throws is in the result
   */
  SpinResult spin(SpinRequest request, Consumer<String> log);
}
