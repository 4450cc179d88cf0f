package dev.treadle;

import dev.treadle.api.Pipeline;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunListener;
import dev.treadle.api.run.RunResult;
import dev.treadle.api.run.StepSelection;
import dev.treadle.config.ParameterTypes;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.PipelineNames;
import dev.treadle.launch.LaunchRequest;
import dev.treadle.launch.LaunchRequest.Previous;
import dev.treadle.launch.OnFailure;
import dev.treadle.launch.PipelineEngine;
import dev.treadle.launch.RunPlan;
import dev.treadle.launch.SpinRequest;
import dev.treadle.launch.SpinResult;
import dev.treadle.launch.StepArguments;
import dev.treadle.log.StepLoggerProvider;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.hibernate.HibernateMetadataStore;
import dev.treadle.run.RunHandle;
import dev.treadle.run.RunLauncher;
import dev.treadle.run.RunOptions;
import dev.treadle.run.RunRequest;
import dev.treadle.run.plan.Spin;
import dev.treadle.run.process.ClaimedStep;
import dev.treadle.run.process.StepRequest;
import dev.treadle.run.reuse.Reuse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs pipelines that are named by class in a workspace of their own. */
public final class WorkspaceEngine implements PipelineEngine {

  @Override
  public void prepare() {
    prepare(Thread.currentThread().getContextClassLoader());
  }

  static void prepare(ClassLoader loader) {
    // Hibernate asks for a logger, and who asks first decides for the process.
    StepLoggerProvider.useWhenAlone(loader);
    HibernateMetadataStore.prepare();
  }

  @Override
  public int run(LaunchRequest request, RunListener listener) {
    return start(
            PipelineLoading.create(request.pipelineClass(), PipelineLoading.loader()),
            request,
            listener)
        .exitCode();
  }

  @Override
  public RunPlan plan(LaunchRequest request) {
    return plan(PipelineLoading.create(request.pipelineClass(), PipelineLoading.loader()), request);
  }

  @Override
  public int step(
      StepArguments arguments, Consumer<String> lines, CompletableFuture<Void> cancelled) {
    try (Workspace workspace = Workspace.open(arguments.project(), arguments.store())) {
      ClaimedStep step = workspace
          .stepEntrypoint()
          .claim(
              new StepRequest(
                  arguments.run(),
                  arguments.step(),
                  arguments.mapIndex(),
                  arguments.attempt(),
                  arguments.reason()),
              PipelineLoading.loader(),
              lines);
      var unused = cancelled.thenRun(step::cancel);
      return step.execute();
    }
  }

  @Override
  public SpinResult spin(SpinRequest request, Consumer<String> log) {
    return spin(
        PipelineLoading.create(request.launch().pipelineClass(), PipelineLoading.loader()),
        request,
        log);
  }

  static <P extends Record> SpinResult spin(
      Pipeline<P> pipeline, SpinRequest request, Consumer<String> log) {
    LaunchRequest launch = request.launch();
    StepLoggerProvider.useWhenAlone(PipelineLoading.loader());
    return new Planning(Path.of(launch.project()))
        .with(Path.of(launch.store()), (services, scratch) -> {
          PipelineRun run =
              find(services.queries(), Objects.requireNonNull(launch.previous()).run());
          return new Spin(services, scratch, log)
              .of(bind(pipeline, launch, run), run, request.step(), request.mapIndex());
        });
  }

  static <P extends Record> RunPlan plan(Pipeline<P> pipeline, LaunchRequest request) {
    StepLoggerProvider.useWhenAlone(PipelineLoading.loader());
    return new Planning(Path.of(request.project()))
        .plan(bind(pipeline, request, null), Path.of(request.store()));
  }

  static <P extends Record> RunResult start(
      Pipeline<P> pipeline, LaunchRequest request, RunListener listener) {
    Previous previous = request.previous();
    // What is wrong with the parameters is said before a store is made.
    @Nullable RunRequest<P> bound = previous == null ? bind(pipeline, request, null) : null;
    try (Workspace workspace =
        Workspace.open(Path.of(request.project()), Path.of(request.store()))) {
      RunHandle run = bound != null
          ? workspace.launcher().start(bound, List.of(listener))
          : follow(workspace, pipeline, request, Objects.requireNonNull(previous), listener);
      RunStop stop = RunStop.of(run);
      try {
        return run.await();
      } finally {
        stop.close();
      }
    }
  }

  private static <P extends Record> RunHandle follow(
      Workspace workspace,
      Pipeline<P> pipeline,
      LaunchRequest request,
      Previous previous,
      RunListener listener) {
    PipelineRun run = find(workspace.metadata().queries(), previous.run());
    RunRequest<P> bound = bind(pipeline, request, run);
    RunLauncher launcher = workspace.launcher();
    return previous.resumed()
        ? launcher.resume(
            run,
            launcher.compile(bound.pipeline(), bound.params()),
            bound.options(),
            List.of(listener))
        : launcher.start(bound, List.of(listener));
  }

  private static PipelineRun find(MetadataQueries queries, UUID run) {
    return queries
        .run(run)
        .orElseThrow(
            () -> new TreadleException(CoreProblem.RUN_NOT_FOUND, "There is no run " + run));
  }

  private static <P extends Record> RunRequest<P> bind(
      Pipeline<P> pipeline, LaunchRequest request, @Nullable PipelineRun before) {
    @SuppressWarnings("unchecked")
    Class<P> type = (Class<P>) ParameterTypes.of(pipeline.getClass());
    String name = PipelineNames.of(pipeline.getClass());
    P params = before == null
        ? PipelineLoading.bind(
            name, type, request.project(), request.params(), request.paramsFile())
        : PipelineLoading.bind(name, type, before, request.params());
    long usual = before == null ? RunOptions.DEFAULT_SEED : before.seed();
    RunOptions options = new RunOptions(
        request.seed() == null ? usual : request.seed(),
        reuse(request.noCache()),
        request.maxParallel() == null ? 0 : request.maxParallel(),
        request.onFailure() == null ? OnFailure.STOP : request.onFailure(),
        request.selection() == null ? StepSelection.ALL : request.selection(),
        request.tags(),
        request.timeoutMs() == null ? null : Duration.ofMillis(request.timeoutMs()));
    return new RunRequest<>(pipeline, params, options);
  }

  private static Reuse reuse(@Nullable List<String> noCache) {
    if (noCache == null) {
      return Reuse.ALLOWED;
    }
    return noCache.isEmpty() ? Reuse.FORBIDDEN : Reuse.allowedBut(noCache);
  }
}
