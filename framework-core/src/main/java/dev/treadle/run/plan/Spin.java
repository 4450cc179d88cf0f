package dev.treadle.run.plan;

import dev.treadle.api.RunIdentity;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.Failure;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepSelection;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.compile.CompiledStep;
import dev.treadle.compile.PipelineCompiler;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.NearNames;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.StepNode;
import dev.treadle.id.TimeOrderedIds;
import dev.treadle.launch.SpinOutput;
import dev.treadle.launch.SpinResult;
import dev.treadle.log.AttemptLog;
import dev.treadle.log.LogCapture;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.VersionContent;
import dev.treadle.run.OrchestratorFeatures;
import dev.treadle.run.RunRequest;
import dev.treadle.run.attempt.AttemptContext;
import dev.treadle.run.attempt.AttemptNotes;
import dev.treadle.run.attempt.AttemptOutcome;
import dev.treadle.run.attempt.Publisher;
import dev.treadle.run.attempt.StoredLogs;
import dev.treadle.run.attempt.StoredOutput;
import dev.treadle.run.attempt.UserCall;
import dev.treadle.run.failure.Failures;
import dev.treadle.run.reuse.LeftOut;
import dev.treadle.run.task.MapItems;
import dev.treadle.run.task.RunGraph;
import dev.treadle.run.task.RunValues;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.value.ExternalData;
import dev.treadle.run.value.ValueStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tries one step, as the code is now, on what a run has stored: no retries, no timeout, nothing recorded. What it returns goes
 * through its materializer into the scratch folder, so that it is known to be storable and can be looked at.
 */
public final class Spin {
  private static final int ONLY_ATTEMPT = 1;

  private final PlanServices services;
  private final Path scratch;
  private final Consumer<String> log;
  private final ValueStore values;
  private final ExternalData external;
  private final AttemptNotes notes = new AttemptNotes();

  /**
   * @param scratch a folder for what it stores
   * @param log gets each line of the step's log
   */
  public Spin(PlanServices services, Path scratch, Consumer<String> log) {
    this.services = services;
    this.scratch = scratch;
    this.log = log;
    this.values = services.values();
    this.external = services.external();
  }

  /**
   * Executes the step.
   *
   * @param run whose results it reads
   * @param mapIndex the item in a map, -1 outside of maps
   * @throws TreadleException RUN-205 when there is no such step or item, RUN-241 when the run lacks what it reads, RUN-242
   */
  public <P extends Record> SpinResult of(
      RunRequest<P> request, PipelineRun run, String step, int mapIndex) {
    CompiledPipeline pipeline = new PipelineCompiler(services.materializers()::choose)
        .compile(
            request.pipeline(), request.params(), OrchestratorFeatures.of(services.orchestrator()));
    StepWork work = work(pipeline, run, step, mapIndex);
    AttemptLog lines = new AttemptLog(services.clock(), scratch.resolve("logs"), log);
    AttemptContext context = new AttemptContext(
        () -> new RunIdentity(run.id(), run.number(), run.pipeline()),
        work,
        ONLY_ATTEMPT,
        request.options().seed(),
        null,
        lines,
        notes,
        new SpinServices(services, values, external, publisher(), scratch.resolve("outputs")));
    long start = System.nanoTime();
    AttemptOutcome outcome = execute(work, context, lines);
    long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    lines.close();
    Throwable thrown = outcome.thrown();
    Failure failure = thrown == null ? null : Failures.of(thrown);
    return new SpinResult(
        run.number(),
        work.task().label(),
        inputs(work),
        tookMs,
        failure,
        outcome.outputs().stream().map(Spin::output).toList(),
        notes.lastMetrics(),
        notes.facts().stream()
            .collect(Collectors.toMap(Fact::key, Fact::json, (a, b) -> b, TreeMap::new)));
  }

  private StepWork work(CompiledPipeline pipeline, PipelineRun run, String name, int mapIndex) {
    List<String> names = pipeline.graph().steps().stream().map(StepNode::name).toList();
    CompiledStep step = pipeline
        .step(name)
        .orElseThrow(() -> new TreadleException(
            CoreProblem.RUN_STEP_NOT_FOUND,
            "Pipeline '" + pipeline.name() + "' has no step '" + name + "'"
                + NearNames.hint(name, names)));
    LeftOut leftOut = LeftOut.of(
        pipeline,
        StepSelection.ALL.limitedTo(name).takingFrom(run.number()),
        services.queries(),
        values);
    RunGraph graph = new RunGraph(
        pipeline,
        RunValues.of(pipeline, values, external),
        new MapItems(pipeline, values, services.materializers()));
    return new OneStep(leftOut, graph).find(step, mapIndex);
  }

  private AttemptOutcome execute(StepWork work, AttemptContext context, AttemptLog lines) {
    List<AttemptOutcome> outcome = new ArrayList<>(1);
    LogCapture.install();
    try {
      LogCapture.within(
          lines,
          () -> outcome.add(new UserCall()
              .outcome(work, context, publisher(), notes, scratch.resolve("outputs"))));
    } finally {
      LogCapture.uninstall();
    }
    return outcome.get(0);
  }

  private Publisher publisher() {
    return new Publisher(
        values, new StoredLogs(services.store()), new TimeOrderedIds(services.clock()));
  }

  private List<String> inputs(StepWork work) {
    List<NewEdge> edges = new ArrayList<>();
    for (int i = 0; i < work.inputs().size(); i++) {
      work.inputs().get(i).edges(work.step().inputs().get(i).name(), EdgeRole.INPUT, edges);
    }
    List<UUID> ids = edges.stream().map(NewEdge::version).distinct().toList();
    Map<UUID, ArtifactVersion> versions = services.queries().versionsById(ids);
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(versions.get(id)).stream())
        .map(ArtifactVersion::label)
        .toList();
  }

  private static SpinOutput output(StoredOutput output) {
    VersionContent content = output.version().content();
    byte[] preview = content.preview();
    String type = content.previewType();
    boolean isText = type != null && (type.startsWith("text/") || type.equals("application/json"));
    return new SpinOutput(
        output.version().output(),
        content.type(),
        content.sizeBytes(),
        content.summary(),
        preview == null || !isText ? null : new String(preview, StandardCharsets.UTF_8),
        type);
  }
}
