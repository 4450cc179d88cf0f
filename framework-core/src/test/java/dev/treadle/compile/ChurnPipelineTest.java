package dev.treadle.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.Golden;
import dev.treadle.api.Caching;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.GraphJson;
import dev.treadle.json.Json;
import example.churn.ChurnPipeline;
import example.churn.ChurnSteps;
import example.churn.ChurnSteps.Candidate;
import example.churn.ChurnSteps.Dataset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The complete example of the documentation. */
class ChurnPipelineTest {
  private final CompiledPipeline churn = new PipelineCompiler(JsonMaterializer.CHOICE)
      .compile(new ChurnPipeline(), new ChurnPipeline.Params("churn.csv", 0.5, 3, 0.9));

  @Test
  void isRecordedAsTheGoldenGraph() {
    Golden.assertMatches(
        "churn-graph.json", Json.parse(GraphJson.write(churn.graph())).toPrettyString());
  }

  @Test
  void compilesWithoutWarnings() {
    assertThat(churn.warnings()).isEmpty();
    assertThat(churn.name()).isEqualTo("churn");
  }

  @Test
  void knowsWhatRunsBeforeWhat() {
    assertThat(predecessors("load")).isEmpty();
    assertThat(predecessors("split")).isEqualTo("load");
    assertThat(predecessors("train")).isEqualTo("split grid-map");
    assertThat(predecessors("evaluate")).isEqualTo("split grid-map train");
    assertThat(predecessors("grid-map")).isEqualTo("grid");
    assertThat(predecessors("pickBest")).isEqualTo("grid-map");
    assertThat(predecessors("publish")).isEqualTo("pickBest goodEnough-branch");
    assertThat(names(churn.body(index("grid-map")))).isEqualTo("train evaluate");
    assertThat(names(churn.successors(index("split")))).isEqualTo("train evaluate");
  }

  @Test
  void resolvesMethodsTypesAndOptions() throws NoSuchMethodException {
    var load = churn.step("load").orElseThrow();
    var split = churn.step("split").orElseThrow();
    var train = churn.step("train").orElseThrow();

    assertThat(load.options().cache()).isEqualTo(Caching.OFF);
    assertThat(load.code()).isEqualTo(new MethodCode(load.method(), false, true));
    assertThat(load.inputs())
        .containsExactly(new CompiledInput(
            "csv", String.class, new BindingSpec.Literal("\"churn.csv\""), false));
    assertThat(split.outputs())
        .extracting(CompiledOutput::artifact)
        .containsExactly("churn/split/train", "churn/split/test");
    assertThat(split.hasSeveralOutputs()).isTrue();
    assertThat(train.method().getDeclaringClass()).isEqualTo(ChurnSteps.class);
    assertThat(train.options().retry().times()).isEqualTo(3);
    assertThat(train.inputs())
        .extracting(CompiledInput::type)
        .containsExactly(Dataset.class, ChurnSteps.HyperParams.class);
    assertThat(churn.step("pickBest").orElseThrow().inputs().get(0).type().getTypeName())
        .isEqualTo("java.util.List<" + Candidate.class.getName() + ">");
  }

  @Test
  void isCompiledAgainFromItsJson() {
    var stored = GraphJson.read(GraphJson.write(churn.graph()));
    var again = new PipelineCompiler(JsonMaterializer.CHOICE)
        .compile(stored, ChurnPipeline.class.getClassLoader());

    assertThat(stored).isEqualTo(churn.graph());
    assertThat(again.step("train").orElseThrow().method())
        .isEqualTo(churn.step("train").orElseThrow().method());
  }

  private String predecessors(String name) {
    return names(churn.predecessors(index(name)));
  }

  private int index(String name) {
    return churn.node(name).orElseThrow();
  }

  private String names(int[] nodes) {
    return IntStream.of(nodes)
        .mapToObj(node -> churn.graph().nodes().get(node).name())
        .collect(Collectors.joining(" "));
  }
}
