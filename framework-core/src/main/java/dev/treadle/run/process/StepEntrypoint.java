package dev.treadle.run.process;

import dev.treadle.api.RunIdentity;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunEvent.StepProgress;
import dev.treadle.api.run.StepRun;
import dev.treadle.cache.CodeFingerprint;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.compile.CompiledStep;
import dev.treadle.compile.PipelineCompiler;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.GraphJson;
import dev.treadle.log.LogCapture;
import dev.treadle.metadata.ClaimAttempt;
import dev.treadle.metadata.Lease;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.run.attempt.LocalScope;
import dev.treadle.run.attempt.RunEnvironment;
import dev.treadle.run.attempt.RunServices;
import dev.treadle.run.attempt.StepLines;
import dev.treadle.run.attempt.StepWitness;
import dev.treadle.run.reuse.CacheAdvisor;
import dev.treadle.run.reuse.CacheDecision;
import dev.treadle.run.reuse.Resumption;
import dev.treadle.run.reuse.Reuse;
import dev.treadle.run.task.RunValues;
import dev.treadle.run.task.StepWork;
import dev.treadle.run.task.Task;
import dev.treadle.run.value.ExternalData;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Executes one attempt of a run that another process drives. Does nothing before it has claimed the attempt; what it records at
 * the end counts only while it holds that claim.
 */
public final class StepEntrypoint {
  private final PipelineCompiler compiler;
  private final RunServices services;

  @Inject
  StepEntrypoint(PipelineCompiler compiler, RunServices services) {
    this.compiler = compiler;
    this.services = services;
  }

  /**
   * Claims the attempt.
   *
   * @param loader of the steps
   * @param lines takes the events of the step as lines
   * @throws TreadleException RUN-202 or RUN-205 when there is no such run or step, RUN-231 when the attempt is not to be had, RUN-203
   *     when its run is being cancelled
   */
  public ClaimedStep claim(StepRequest request, ClassLoader loader, Consumer<String> lines) {
    MetadataQueries queries = services.metadata().queries();
    PipelineRun run = queries
        .run(request.run())
        .orElseThrow(() ->
            new TreadleException(CoreProblem.RUN_NOT_FOUND, "There is no run " + request.run()));
    StepRun recorded = queries.steps(run.id()).stream()
        .filter(step -> step.step().equals(request.step()) && step.mapIndex() == request.mapIndex())
        .findFirst()
        .orElseThrow(() -> new TreadleException(
            CoreProblem.RUN_STEP_NOT_FOUND,
            "Run " + run.number() + " has no step '" + request.step() + "' under way"));
    long fence = services
        .metadata()
        .write(new ClaimAttempt(run.id(), recorded.id(), request.attempt(), Lease.LENGTH, owner()));
    CompiledPipeline pipeline =
        compiler.compile(GraphJson.read(queries.snapshot(run.id())), loader);
    CompiledStep step = pipeline.step(request.step()).orElseThrow();
    ExternalData external = services.external().forRun();
    Task task = new Task(step.node(), request.mapIndex());
    RunValues values =
        StoredRunValues.of(pipeline, Resumption.of(run.id(), queries), services, external, task);
    StepWork work = new StepWork(
        task,
        step,
        recorded.id(),
        values.inputs(step, request.mapIndex()),
        request.attempt() - 1,
        Optional.empty());
    CacheAdvisor cache = new CacheAdvisor(
        pipeline.name(),
        Reuse.ALLOWED,
        run.seed(),
        queries,
        services.values(),
        CodeFingerprint.of(loader));
    CacheDecision decision = cache.decide(List.of(cache.candidate(work))).get(0);
    LogCapture.install();
    RunIdentity identity = new RunIdentity(run.id(), run.number(), pipeline.name());
    LocalScope scope =
        new LocalScope(services, witness(run, lines), external, run.seed(), () -> identity);
    return new ClaimedStep(
        services,
        scope,
        work,
        new CacheDecision(
            decision.key(), null, request.reason() == null ? decision.reason() : request.reason()),
        run.id(),
        fence);
  }

  /** Names this process for whoever looks at claims. */
  private static String owner() {
    String pod = System.getenv("TREADLE_POD_UID");
    return pod == null ? ProcessHandle.current().pid() + "@" + RunEnvironment.host() : pod;
  }

  private StepWitness witness(PipelineRun run, Consumer<String> lines) {
    return new StepWitness() {
      @Override
      public void progress(Task task, long done, long total) {
        lines.accept(StepLines.write(new StepProgress(
            run.id(),
            services.clock().instant(),
            task.node().name(),
            task.mapIndex(),
            done,
            total)));
      }

      @Override
      public void awaitVisible() {}
    };
  }
}
