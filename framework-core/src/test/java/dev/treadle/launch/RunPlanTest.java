package dev.treadle.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.Resources;
import dev.treadle.launch.PlannedStep.Outlook;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunPlanTest {
  private static final RunPlan PLAN = new RunPlan(
      "churn",
      17,
      "{\"depth\":4}",
      List.of("depth"),
      List.of(
          new PlannedStep(
              "load",
              -1,
              Outlook.CACHED,
              "key 7c… equals run #3",
              3L,
              List.of(),
              0,
              null,
              Resources.NONE),
          new PlannedStep(
              "trial",
              2,
              Outlook.RUN,
              "first run",
              null,
              List.of(),
              1,
              60_000L,
              Resources.cpus(2).withMemoryMiB(1)),
          new PlannedStep(
              "best",
              -1,
              Outlook.UNKNOWN,
              "depends on trial",
              null,
              List.of("trial"),
              0,
              null,
              Resources.NONE)));

  @Test
  void crossesFromOneProcessToTheOther() {
    assertThat(RunPlan.read(PLAN.toJson())).contains(PLAN);
    assertThat(RunPlan.read("{\"kind\":\"Error\"}")).isEmpty();
    assertThat(RunPlan.read("no json")).isEmpty();
  }

  @Test
  void isPrintedAsOneLineForEachStep() {
    assertThat(PlanLines.of(PLAN))
        .containsExactly(
            "plan pipeline=churn seed=17 params=\"{\\\"depth\\\":4}\"",
            "step=load plan=cached from=3 reason=\"key 7c… equals run #3\"",
            "step=trial[2] plan=run reason=\"first run\" retries=1 timeout-ms=60000 cpus=2.0"
                + " memory-bytes=1048576",
            "step=best plan=unknown reason=\"depends on trial\"");
  }
}
