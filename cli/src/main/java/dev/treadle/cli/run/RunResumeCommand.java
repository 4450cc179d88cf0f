package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "resume",
    header = "Go on with a run that failed, was cancelled or lost its process.",
    description = {
      "The same run: steps that have a result keep it, only the others are executed,",
      "with the parameters and the seed of the run. The code may have been mended;",
      "the graph must be the same."
    },
    footer = {
      "",
      "Examples:",
      "  treadle run resume 42",
      "  treadle run resume @latest:interrupted",
      "  treadle run resume @latest:failed --max-parallel 2"
    })
final class RunResumeCommand implements Callable<Integer> {
  private static final int NAMED = 5;

  private final Session session;

  @Mixin
  RunArgument run = new RunArgument();

  @Mixin
  FollowUp followUp = new FollowUp();

  RunResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    followUp.check();
    PipelineRun found;
    try (ProjectStore store = session.store()) {
      found = run.in(store);
      refuse(found);
      session.say(outlook(found, store.queries().steps(found.id())));
    }
    return followUp.run(session, found, true, Map.of(), null, null);
  }

  private static void refuse(PipelineRun run) {
    if (run.status() == RunStatus.RUNNING) {
      throw new TreadleException(
          CoreProblem.RUN_STATE,
          "Run " + run.number() + " goes on\nfix: treadle run watch " + run.number());
    }
    if (run.status() == RunStatus.COMPLETED) {
      throw new TreadleException(
          CoreProblem.RUN_STATE,
          "Run " + run.number() + " has completed, nothing is left to do\nfix: treadle run rerun "
              + run.number() + " makes a new one");
    }
  }

  private static String outlook(PipelineRun run, List<StepRun> steps) {
    List<StepRun> kept =
        steps.stream().filter(step -> step.status().hasOutputs()).toList();
    return "Going on with #" + run.number()
        + (kept.isEmpty()
            ? ": no step has finished"
            : kept.size() <= NAMED
                ? ": " + kept.stream().map(StepRun::label).collect(Collectors.joining(", "))
                    + (kept.size() == 1 ? " is finished" : " are finished")
                : ": " + kept.size() + " steps are finished");
  }
}
