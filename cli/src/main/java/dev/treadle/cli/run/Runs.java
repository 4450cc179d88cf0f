package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.launch.DetachedLauncher;
import dev.treadle.cli.launch.LaunchOutcome;
import dev.treadle.cli.launch.PipelineLauncher;
import dev.treadle.cli.launch.RunPlans;
import dev.treadle.cli.launch.StartedRun;
import dev.treadle.cli.output.OutputFormat;
import dev.treadle.cli.project.LaunchTarget;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.error.TreadleException;
import dev.treadle.expression.Condition;
import dev.treadle.launch.LaunchRequest;
import dev.treadle.launch.LaunchRequest.EventEndpoint;
import dev.treadle.launch.RunPlan;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts runs and prints how they ended. */
final class Runs {
  static final int CTRL_C = 130;

  private static final Setting PLAIN = new Setting(Map.of(), Map.of());
  private static final DateTimeFormatter SWEEP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Session session;
  private final JvmOptions jvmOptions;
  private final @Nullable Condition condition;

  /** What one run of several has more than all of them. */
  record Setting(Map<String, String> params, Map<String, String> tags) {}

  /** Makes the request of a run. */
  @FunctionalInterface
  interface Request {
    LaunchRequest of(LaunchTarget target, Setting setting, EventEndpoint endpoint);
  }

  /**
   * @param condition of {@code --fail-if}, null without it
   */
  Runs(Session session, JvmOptions jvmOptions, @Nullable Condition condition) {
    this.session = session;
    this.jvmOptions = jvmOptions;
    this.condition = condition;
  }

  /** One run, and the exit code of the command. */
  int run(LaunchTarget target, Request request) {
    LaunchOutcome outcome = launch(target, PLAIN, request);
    new RunConclusion(session).print(outcome);
    if (outcome.exitCode() == 0) {
      check(List.of(outcome));
    }
    return outcome.exitCode();
  }

  /** Starts a run that goes on by itself, and says how to follow it. */
  int detach(LaunchTarget target, Request request) {
    if (condition != null) {
      throw new TreadleException(
          CliProblem.USAGE,
          "--fail-if needs the end of the run, which --detach does not wait for"
              + "\nfix: treadle run wait RUN, then treadle run compare RUN --fail-if EXPR");
    }
    JvmOptions.Jvm jvm = jvmOptions.of(session, target);
    StartedRun started = new DetachedLauncher(session)
        .launch(target, jvm.arguments(), endpoint -> request.of(target, PLAIN, endpoint));
    new RunConclusion(session).print(started);
    return 0;
  }

  /** What a run would do. */
  int plan(LaunchTarget target, Request request) {
    RunPlan plan = RunPlans.of(session, target, endpoint -> request.of(target, PLAIN, endpoint));
    session
        .out()
        .document(
            "RunPlan",
            PlanPage.fields(plan),
            plan.pipeline(),
            look -> new PlanPage(plan, look).lines());
    return 0;
  }

  /** A run for each setting, one after another, and a list of them; a run that fails does not keep the next from starting. */
  int sweep(LaunchTarget target, Sweep sweep, Request request) {
    Map<String, String> tags = Map.of("sweep", SWEEP.format(session.clock().instant()));
    List<Map<String, String>> settings = sweep.settings();
    Map<UUID, Map<String, String>> done = new LinkedHashMap<>();
    List<LaunchOutcome> outcomes = new ArrayList<>();
    try {
      for (Map<String, String> setting : settings) {
        session.say(
            "Run " + (outcomes.size() + 1) + " of " + settings.size() + ": " + text(setting));
        LaunchOutcome outcome = launch(target, new Setting(setting, tags), request);
        outcomes.add(outcome);
        done.put(outcome.run(), setting);
        if (session.format() == OutputFormat.TABLE) {
          new RunConclusion(session).print(outcome);
        }
        if (outcome.exitCode() == CTRL_C) {
          break;
        }
      }
    } finally {
      if (!outcomes.isEmpty() && session.format() != OutputFormat.NDJSON) {
        list(sweep, done);
      }
    }
    int exitCode = outcomes.stream().mapToInt(LaunchOutcome::exitCode).max().orElse(0);
    if (exitCode == 0) {
      check(outcomes);
      session.say("Compare: treadle run compare "
          + outcomes.stream()
              .map(outcome -> Long.toString(outcome.number()))
              .collect(Collectors.joining(" ")));
    }
    return exitCode;
  }

  private LaunchOutcome launch(LaunchTarget target, Setting setting, Request request) {
    JvmOptions.Jvm jvm = jvmOptions.of(session, target);
    try {
      return new PipelineLauncher(session)
          .launch(target, jvm.arguments(), endpoint -> request.of(target, setting, endpoint));
    } finally {
      JvmOptions.told(session, jvm);
    }
  }

  /**
   * @throws TreadleException CLI-820 when the condition is met
   */
  private void check(List<LaunchOutcome> outcomes) {
    if (condition != null) {
      try (ProjectStore store = session.store()) {
        new FailIf(session, store.queries(), condition)
            .checkNew(outcomes.stream().map(LaunchOutcome::run).toList());
      }
    }
  }

  private void list(Sweep sweep, Map<UUID, Map<String, String>> done) {
    try (ProjectStore store = session.store()) {
      List<PipelineRun> runs = done.keySet().stream()
          .map(run -> store.queries().run(run).orElseThrow())
          .toList();
      session
          .out()
          .list(SweepListing.of(sweep, done), RunMetrics.rows(store.queries(), runs), null);
    }
  }

  private static String text(Map<String, String> setting) {
    return setting.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining(" "));
  }
}
