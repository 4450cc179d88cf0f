package dev.treadle;

import dev.treadle.api.Pipeline;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.compile.PipelineCompiler;
import dev.treadle.config.ParameterBinder;
import dev.treadle.config.ParameterDescription;
import dev.treadle.config.ParameterException;
import dev.treadle.config.ParameterTypes;
import dev.treadle.error.PipelineDefinitionException;
import dev.treadle.error.Problem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.GraphJson;
import dev.treadle.graph.PipelineNames;
import dev.treadle.launch.DescribeRequest;
import dev.treadle.launch.LaunchError;
import dev.treadle.launch.PipelineDescriber;
import dev.treadle.launch.PipelineDescription;
import dev.treadle.launch.PipelineDescription.Finding;
import dev.treadle.launch.PipelineDescription.Parameter;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.materialize.Materializers;
import java.util.List;
import java.util.function.Consumer;

/** Describes pipelines that are named by class: binds parameters, defines and compiles, and opens no store. */
public final class ProjectDescriber implements PipelineDescriber {

  @Override
  public void describe(DescribeRequest request, Consumer<PipelineDescription> listener) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    var compiler =
        new PipelineCompiler(new MaterializerSelection(Materializers.load(loader))::choose);
    request
        .pipelineClasses()
        .forEach(type -> listener.accept(describe(type, request, compiler, loader)));
  }

  private static PipelineDescription describe(
      String className, DescribeRequest request, PipelineCompiler compiler, ClassLoader loader) {
    try {
      return describe(PipelineLoading.create(className, loader), request, compiler);
    } catch (TreadleException e) {
      String simple =
          className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
      return refused(className, simple, List.of(), e);
    }
  }

  private static <P extends Record> PipelineDescription describe(
      Pipeline<P> pipeline, DescribeRequest request, PipelineCompiler compiler) {
    String className = pipeline.getClass().getName();
    String name = PipelineNames.of(pipeline.getClass());
    @SuppressWarnings("unchecked")
    Class<P> type = (Class<P>) ParameterTypes.of(pipeline.getClass());
    List<Parameter> parameters = new ParameterBinder<>(name, type)
        .descriptions().stream().map(ProjectDescriber::parameter).toList();
    try {
      P params = PipelineLoading.bind(
          name, type, request.project(), request.params(), request.paramsFile());
      CompiledPipeline compiled = compiler.compile(pipeline, params);
      return new PipelineDescription(
          className,
          name,
          parameters,
          GraphJson.write(compiled.graph()),
          List.of(),
          compiled.warnings().stream().map(ProjectDescriber::finding).toList(),
          null);
    } catch (TreadleException e) {
      return refused(className, name, parameters, e);
    }
  }

  private static PipelineDescription refused(
      String className, String name, List<Parameter> parameters, TreadleException e) {
    String code = e.code().code();
    List<Finding> problems;
    if (e instanceof PipelineDefinitionException definition) {
      problems = definition.problems().stream().map(ProjectDescriber::finding).toList();
    } else if (e instanceof ParameterException params) {
      problems = params.problems().stream()
          .map(each -> new Finding(code, each.name() + ": " + each.message(), List.of(), ""))
          .toList();
    } else {
      problems = List.of(new Finding(code, String.valueOf(e.getMessage()), List.of(), ""));
    }
    return new PipelineDescription(
        className, name, parameters, null, problems, List.of(), LaunchError.of(e));
  }

  private static Parameter parameter(ParameterDescription parameter) {
    return new Parameter(
        parameter.name(),
        parameter.type(),
        parameter.defaultValue().orElse(null),
        parameter.required(),
        parameter.description());
  }

  private static Finding finding(Problem problem) {
    return new Finding(problem.code().code(), problem.message(), problem.places(), problem.fix());
  }
}
