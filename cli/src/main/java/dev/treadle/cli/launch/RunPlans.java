package dev.treadle.cli.launch;

import dev.treadle.cli.project.LaunchTarget;
import dev.treadle.cli.session.Session;
import dev.treadle.launch.LaunchRequest;
import dev.treadle.launch.LaunchRequest.EventEndpoint;
import dev.treadle.launch.PlanMain;
import dev.treadle.launch.RunPlan;
import java.util.function.Function;

/** Has the project's own Treadle find out what a run would do. */
public final class RunPlans {
  private RunPlans() {}

  /**
   * The plan.
   *
   * @throws dev.treadle.error.TreadleException when the run could not be started
   */
  public static RunPlan of(
      Session session, LaunchTarget target, Function<EventEndpoint, LaunchRequest> request) {
    return new Answers(session)
        .of(
            PlanMain.class,
            target.classPath(),
            target.directory(),
            (endpoint, file) -> request.apply(endpoint).write(file),
            RunPlan::read,
            1)
        .get(0);
  }
}
