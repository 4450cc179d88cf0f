package dev.treadle.compile;

import dev.treadle.api.Pipeline;
import dev.treadle.api.Step;
import dev.treadle.api.data.Lazy;
import dev.treadle.error.PipelineDefinitionException;
import dev.treadle.error.Problem;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.Findings;
import dev.treadle.graph.GenericTypes;
import dev.treadle.graph.GraphRecorder;
import dev.treadle.graph.MethodSpec;
import dev.treadle.graph.OutputSpec;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.Recording;
import dev.treadle.graph.StepNode;
import dev.treadle.graph.StepSignature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records a pipeline, checks it against all rules and makes it ready to run, in a time linear in nodes and edges. All
 * problems are reported together.
 */
public final class PipelineCompiler {
  private static final List<GraphRule> RULES = List.of(
      new NotEmptyRule(),
      new PipelineNameRule(),
      new StepAnnotatedRule(),
      new StepClassRule(),
      new StepMethodRule(),
      new OutputsRule(),
      new ReceiverRule(),
      new InputsBoundRule(),
      new MaterializerRule(),
      new TypesFitRule(),
      new OptionRangeRule(),
      new PublishedNamesRule());
  private static final List<GraphRule> WARNINGS =
      List.of(new ParameterNamesRule(), new UnreachableRule());

  private final MaterializerChoice materializers;

  public PipelineCompiler(MaterializerChoice materializers) {
    this.materializers = materializers;
  }

  /**
   * Compiles for an orchestrator that can do everything.
   *
   * @throws PipelineDefinitionException with all problems
   */
  public <P extends Record> CompiledPipeline compile(Pipeline<P> pipeline, P params) {
    return compile(pipeline, params, OrchestratorSupport.FULL);
  }

  /**
   * Compiles for an orchestrator.
   *
   * @throws PipelineDefinitionException with all problems
   */
  public <P extends Record> CompiledPipeline compile(
      Pipeline<P> pipeline, P params, OrchestratorSupport support) {
    var recording = GraphRecorder.record(pipeline, params);
    var draft = new Draft(recording.graph(), recording.signatures(), materializers);
    var findings = new Findings();
    PipelineClass.fault(pipeline.getClass()).ifPresent(problem -> findings.add(-1, problem));
    findings.addAll(recording.findings());
    var problems = check(draft, rules(recording, support), findings);
    if (!problems.isEmpty()) {
      throw new PipelineDefinitionException(
          recording.graph().pipeline(),
          recording.start().shortText(),
          problems,
          recording.failure());
    }
    return compiled(draft);
  }

  /**
   * Compiles a graph that another process has recorded and checked: every method is found again, nothing else is looked at.
   *
   * @throws dev.treadle.error.TreadleException STEP-108 when a class or method is not there
   * @throws PipelineDefinitionException when a type has no materializer here
   */
  public CompiledPipeline compile(PipelineGraph graph, ClassLoader loader) {
    var signatures = new HashMap<MethodSpec, StepSignature>();
    for (var step : graph.steps()) {
      signatures.computeIfAbsent(step.method(), spec -> StepSignature.resolve(spec, loader));
    }
    var draft = new Draft(graph, signatures, materializers);
    var problems = check(
        draft,
        List.of(new StepAnnotatedRule(), new InputsBoundRule(), new MaterializerRule()),
        new Findings());
    if (!problems.isEmpty()) {
      throw new PipelineDefinitionException(graph.pipeline(), "stored graph", problems, null);
    }
    return compiled(draft);
  }

  private static List<GraphRule> rules(Recording recording, OrchestratorSupport support) {
    // A pipeline is not called empty because its steps were refused or its definition broke off.
    var rules = recording.findings().inOrder().isEmpty()
        ? RULES.stream()
        : RULES.stream().skip(1);
    return Stream.concat(rules, Stream.of(new SupportedRule(support))).toList();
  }

  private static List<Problem> check(Draft draft, List<GraphRule> rules, Findings findings) {
    rules.forEach(rule -> rule.check(draft, findings));
    return findings.inOrder();
  }

  private static CompiledPipeline compiled(Draft draft) {
    var options = new HashMap<MethodSpec, EffectiveOptions>();
    var nodes = draft.graph().nodes();
    var steps = new @Nullable CompiledStep[nodes.size()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = nodes.get(i) instanceof StepNode step ? compiled(draft, step, options) : null;
    }
    var warnings = check(draft, WARNINGS, new Findings());
    return new CompiledPipeline(draft.graph(), warnings, steps, draft.index(), draft.types());
  }

  private static CompiledStep compiled(
      Draft draft, StepNode node, Map<MethodSpec, EffectiveOptions> options) {
    var signature = draft.signature(node);
    var inputs = new ArrayList<CompiledInput>(node.inputs().size());
    for (int i = 0; i < node.inputs().size(); i++) {
      inputs.add(input(signature.inputs().get(i), node.inputs().get(i).binding()));
    }
    var annotated = options.computeIfAbsent(
        node.method(),
        spec -> EffectiveOptions.of(
            Objects.requireNonNull(signature.method().getAnnotation(Step.class))));
    return new CompiledStep(
        node,
        signature.method(),
        new MethodCode(signature.method(), node.method().onReceiver(), signature.takesContext()),
        inputs,
        outputs(draft, node, signature),
        annotated.with(node.options()));
  }

  private static CompiledInput input(StepSignature.Input input, BindingSpec binding) {
    var lazy = GenericTypes.raw(input.type()) == Lazy.class;
    return new CompiledInput(
        input.name(),
        lazy ? MaterializerRule.stored(input.type()) : input.type(),
        binding instanceof BindingSpec.Lazily lazily ? lazily.of() : binding,
        lazy);
  }

  private static List<CompiledOutput> outputs(Draft draft, StepNode node, StepSignature signature) {
    var outputs = new ArrayList<CompiledOutput>(node.outputs().size());
    for (int i = 0; i < node.outputs().size(); i++) {
      OutputSpec spec = node.outputs().get(i);
      var output = signature.outputs().get(i);
      outputs.add(new CompiledOutput(
          spec.name(),
          spec.artifactName(draft.graph().pipeline(), node.name()),
          output.type(),
          draft.materializer(output.type(), output.declaration()).orElseThrow()));
    }
    return outputs;
  }
}
