package dev.treadle.testing;

import dev.treadle.Workspace;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunResult;
import dev.treadle.api.run.StepRun;
import dev.treadle.artifact.StoredArtifactRef;
import dev.treadle.compile.CompiledOutput;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.error.NearNames;
import dev.treadle.graph.OutputSpec;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.VersionContent;
import java.lang.invoke.MethodType;
import java.util.List;
import org.assertj.core.api.AssertProvider;

/**
 * A run of a {@link PipelineHarness} that has ended, for {@code assertThat(run)}. Read it before the test ends.
 *
 * @since 0.1
 */
public final class HarnessRun implements AssertProvider<RunAssert> {
  private final Workspace workspace;
  private final CompiledPipeline pipeline;
  private final RunResult result;
  private final List<RunEvent> events;

  HarnessRun(
      Workspace workspace, CompiledPipeline pipeline, RunResult result, List<RunEvent> events) {
    this.workspace = workspace;
    this.pipeline = pipeline;
    this.result = result;
    this.events = events;
  }

  @Override
  public RunAssert assertThat() {
    return new RunAssert(this);
  }

  /** Number, status and error. */
  public RunResult result() {
    return result;
  }

  /** What the run told, in order. */
  public List<RunEvent> events() {
    return events;
  }

  /** The steps as they ended; those in maps once for each item. */
  public List<StepRun> steps() {
    return queries().steps(result.id());
  }

  /**
   * What must be true of a step: {@code train} for all of its items, {@code train[2]} for one.
   *
   * @throws AssertionError when the run has no such step
   */
  public StepAssert step(String name) {
    return new StepAssert(this, name, find(name));
  }

  /**
   * The stored value of a step's only output.
   *
   * @throws AssertionError when the step has published none
   */
  public <T> T output(String step, Class<T> type) {
    return output(step, OutputSpec.RESULT, type);
  }

  /** The stored value of one of a step's outputs, by the name of the component. */
  @SuppressWarnings("unchecked") // a class and its box have the same T
  public <T> T output(String step, String output, Class<T> type) {
    ArtifactVersion version = version(step, output);
    Object value = load(version, compiled(find(step).get(0).step(), output));
    return (T) MethodType.methodType(type).wrap().returnType().cast(value);
  }

  /** The version that a step has published or re-used. */
  public ArtifactVersion version(String step, String output) {
    List<StepRun> found = find(step);
    if (found.size() != 1) {
      throw new AssertionError("Step '" + step + "' has " + found.size()
          + " items; take one, such as '" + found.get(0).label() + "'");
    }
    return queries().edgesOfSteps(List.of(found.get(0).id())).stream()
        .filter(edge -> edge.role() == EdgeRole.OUTPUT && edge.name().equals(output))
        .map(Edge::version)
        .map(id -> queries().version(id).orElseThrow())
        .findFirst()
        .orElseThrow(() -> new AssertionError("Step '" + step + "' is "
            + found.get(0).status() + " and has published no output '" + output + "'"));
  }

  MetadataQueries queries() {
    return workspace.metadata().queries();
  }

  Workspace workspace() {
    return workspace;
  }

  private List<StepRun> find(String name) {
    List<StepRun> all = steps();
    List<StepRun> found = all.stream()
        .filter(step -> step.label().equals(name) || step.step().equals(name))
        .toList();
    if (found.isEmpty()) {
      List<String> known = all.stream().map(StepRun::label).toList();
      throw new AssertionError("Run " + result.number() + " of '" + result.pipeline()
          + "' has no step '" + name + "' but " + known + NearNames.hint(name, known));
    }
    return found;
  }

  private CompiledOutput compiled(String step, String output) {
    return pipeline.step(step).orElseThrow().outputs().stream()
        .filter(candidate -> candidate.name().equals(output))
        .findFirst()
        .orElseThrow();
  }

  private Object load(ArtifactVersion version, CompiledOutput output) {
    VersionContent content = queries().content(version.id());
    byte[] inline = content.inline();
    var stored = new StoredArtifactRef(
        version.label(), version.digest(), inline == null ? new byte[0] : inline);
    return workspace.artifacts().load(stored, output.type(), output.materializer());
  }
}
