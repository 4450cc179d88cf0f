package dev.treadle.cli.launch;

import dev.treadle.api.Resources;
import dev.treadle.api.run.Failure;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunListener;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.LaunchRequest;
import dev.treadle.launch.PipelineEngine;
import dev.treadle.launch.PlannedStep;
import dev.treadle.launch.PlannedStep.Outlook;
import dev.treadle.launch.RunPlan;
import dev.treadle.launch.SpinOutput;
import dev.treadle.launch.SpinRequest;
import dev.treadle.launch.SpinResult;
import dev.treadle.launch.StepArguments;
import dev.treadle.log.LogLevel;
import dev.treadle.log.LogLine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An engine in a forked JVM that does what the name of the pipeline class says. */
public final class ScriptedEngine implements PipelineEngine {
  private static final UUID RUN = SampleStore.id(2, "");

  @Override
  public void prepare() {
    // Nothing here takes long.
  }

  @Override
  public int run(LaunchRequest request, RunListener listener) {
    if (request.pipelineClass().endsWith("Refuses")) {
      throw new TreadleException(
          CoreProblem.PARAM_INVALID, "1 problem with the parameters\ndept   unknown");
    }
    if (request.pipelineClass().endsWith("IsInterrupted")) {
      Runtime.getRuntime().halt(130);
    }
    listener.on(new RunEvent.RunStarted(
        RUN, SampleStore.START, 2, "penguins", List.of("load"), "{}", "local", "", 17));
    System.out.println("printed by a library: " + request.params());
    System.out.println("selected: " + request.selection());
    System.out.println("executed anyway: " + request.noCache());
    System.out.println("limited: " + request.timeoutMs());
    if (request.pipelineClass().endsWith("Dies")) {
      System.err.println("out of luck");
      System.err.flush();
      Runtime.getRuntime().halt(137);
    }
    listener.on(new RunEvent.StepEnded(
        RUN,
        SampleStore.START,
        "load",
        -1,
        StepStatus.COMPLETED,
        12,
        "first run",
        null,
        "344 rows",
        Map.of(),
        null));
    boolean fails = request.pipelineClass().endsWith("Fails");
    listener.on(new RunEvent.RunEnded(
        RUN,
        SampleStore.START,
        fails ? RunStatus.FAILED : RunStatus.COMPLETED,
        900,
        Map.of(StepStatus.COMPLETED, 2, StepStatus.CACHED, 1),
        fails ? "load: no" : null));
    return fails ? 1 : 0;
  }

  @Override
  public int step(
      StepArguments arguments, Consumer<String> lines, CompletableFuture<Void> cancelled) {
    throw new UnsupportedOperationException("no step");
  }

  @Override
  public RunPlan plan(LaunchRequest request) {
    if (request.pipelineClass().endsWith("Refuses")) {
      throw new TreadleException(
          CoreProblem.PARAM_INVALID, "1 problem with the parameters\ndept   unknown");
    }
    return new RunPlan(
        "penguins",
        17,
        "{\"epochs\":20,\"name\":\"x\"}",
        List.of("name"),
        List.of(
            step("load", Outlook.CACHED, "key 7ca1… equals run #1", 1L),
            new PlannedStep(
                "train",
                -1,
                Outlook.RUN,
                request.noCache() == null
                    ? "param epochs: 10 → 20"
                    : "caching is off: --no-cache " + request.noCache(),
                null,
                List.of(),
                2,
                90_000L,
                Resources.cpus(2).withMemoryMiB(512)),
            new PlannedStep(
                "evaluate",
                -1,
                Outlook.UNKNOWN,
                "depends on train",
                null,
                List.of("train"),
                0,
                null,
                Resources.NONE)));
  }

  @Override
  public SpinResult spin(SpinRequest request, Consumer<String> log) {
    if (request.step().equals("refused")) {
      throw new TreadleException(CoreProblem.RUN_RESULT_MISSING, "Run 1 lacks what it should give");
    }
    log.accept(new LogLine(SampleStore.START, LogLevel.INFO, "stdout", "fitting\ttwice").format());
    boolean fails = request.step().equals("fails");
    return new SpinResult(
        1,
        request.step() + (request.mapIndex() < 0 ? "" : "[" + request.mapIndex() + "]"),
        List.of("penguins/load@1"),
        1200,
        fails ? new Failure("java.lang.IllegalStateException", "no", "") : null,
        fails
            ? List.of()
            : List.of(new SpinOutput(
                "result", "double[]", 24, "3 numbers", "[1.0, 2.0, 3.0]", "application/json")),
        Map.of("accuracy", 0.99),
        Map.of("rounds", "50"));
  }

  private static PlannedStep step(String name, Outlook outlook, String reason, Long from) {
    return new PlannedStep(name, -1, outlook, reason, from, List.of(), 0, null, Resources.NONE);
  }
}
