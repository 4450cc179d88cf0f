package dev.treadle.cli.launch;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepRun;
import dev.treadle.api.run.StepStatus;
import dev.treadle.cli.session.Session;
import dev.treadle.event.EventJson;
import dev.treadle.graph.GraphJson;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.StepNode;
import dev.treadle.metadata.MetadataQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a run as the store tells of it: what is new since the last look, as the run itself would have told it. */
public final class RunFollower {
  private final RunView view;
  private final EventJson json = new EventJson();
  private final Map<UUID, StepRun> seen = new HashMap<>();
  private final Map<String, Integer> items = new TreeMap<>();
  private @Nullable PipelineGraph graph;

  public RunFollower(Session session) {
    this.view = RunView.of(session);
  }

  /** Tells what is new. */
  public void look(MetadataQueries queries, PipelineRun run) {
    if (graph == null) {
      graph = GraphJson.read(queries.snapshot(run.id()));
      tell(new RunEvent.RunStarted(
          run.id(),
          run.startedAt(),
          run.number(),
          run.pipeline(),
          graph.steps().stream().map(StepNode::name).toList(),
          run.paramsJson(),
          run.stack(),
          "",
          run.seed()));
    }
    List<StepRun> steps = queries.steps(run.id());
    expand(run, graph, steps);
    steps.forEach(step -> tell(run, step));
    if (run.status() == RunStatus.RUNNING) {
      view.tick();
    } else {
      tell(end(run));
    }
  }

  /** How a run ended that is not running any more. */
  public static RunEvent.RunEnded end(PipelineRun run) {
    Instant at = run.endedAt() == null ? run.startedAt() : run.endedAt();
    return new RunEvent.RunEnded(
        run.id(), at, run.status(), took(run.startedAt(), at), run.stepCounts(), run.error());
  }

  /** Nothing more will be told. */
  public void end() {
    view.end();
  }

  /** The items that a map has so far: the store knows only those that have begun. */
  private void expand(PipelineRun run, PipelineGraph of, List<StepRun> steps) {
    ToIntFunction<StepRun> count = step -> step.mapIndex() + 1;
    Map<String, Integer> now = steps.stream()
        .filter(step -> step.mapIndex() >= 0)
        .collect(Collectors.toMap(StepRun::step, count::applyAsInt, Math::max));
    now.forEach((step, most) -> {
      if (!Objects.equals(items.put(step, most), most)) {
        String map = of.steps().stream()
            .filter(node -> node.name().equals(step))
            .flatMap(node -> node.scope().map().stream())
            .findFirst()
            .orElse(step);
        tell(new RunEvent.MapExpanded(run.id(), run.startedAt(), map, List.of(step), most));
      }
    });
  }

  private void tell(PipelineRun run, StepRun step) {
    StepRun before = seen.put(step.id(), step);
    Instant startedAt = step.startedAt();
    String reason = step.reason() == null ? "" : step.reason();
    boolean ran = step.attempts() > 0 || step.status() == StepStatus.RUNNING;
    if (before == null && ran && startedAt != null) {
      tell(new RunEvent.StepStarted(
          run.id(), startedAt, step.step(), step.mapIndex(), Math.max(1, step.attempts()), reason));
    }
    if (step.status().isTerminal() && (before == null || !before.status().isTerminal())) {
      Instant endedAt = step.endedAt() == null ? run.startedAt() : step.endedAt();
      tell(new RunEvent.StepEnded(
          run.id(),
          endedAt,
          step.step(),
          step.mapIndex(),
          step.status(),
          ran && startedAt != null ? took(startedAt, endedAt) : 0,
          reason,
          step.cachedFrom(),
          step.summary(),
          Map.of(),
          step.failure()));
    }
  }

  private void tell(RunEvent event) {
    view.on(event, json.write(event));
  }

  private static long took(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }
}
