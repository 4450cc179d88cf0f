package dev.treadle.api.run;

/**
 * Hears what a run tells, in order, one event at a time.
 *
 * <p>{@code PipelineBuilder.listen} gives a pipeline one, {@code StepCall.listen} a step: a public class with a public
 * constructor without parameters, of which each run makes one instance. It hears of success only when what was made is
 * durable. It runs beside the steps, in the process that drives the run; when it throws, or has not ended 10 s after the run,
 * that is recorded with the run and changes nothing else.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RunListener {

  void on(RunEvent event);
}
