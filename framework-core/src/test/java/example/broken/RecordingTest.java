package example.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.Artifact;
import dev.treadle.api.Outputs;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Resources;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.StepRef;
import dev.treadle.api.data.FileRef;
import dev.treadle.api.data.Lazy;
import dev.treadle.api.data.Secret;
import dev.treadle.compile.CompiledInput;
import dev.treadle.compile.CompiledPipeline;
import dev.treadle.compile.JsonMaterializer;
import dev.treadle.compile.PipelineCompiler;
import dev.treadle.error.PipelineDefinitionException;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.BindingSpec.Choice;
import dev.treadle.graph.BindingSpec.Component;
import dev.treadle.graph.BindingSpec.External;
import dev.treadle.graph.BindingSpec.Item;
import dev.treadle.graph.BindingSpec.ListOf;
import dev.treadle.graph.BindingSpec.Literal;
import dev.treadle.graph.BindingSpec.Mapped;
import dev.treadle.graph.BindingSpec.Output;
import dev.treadle.graph.BindingSpec.SecretReference;
import dev.treadle.graph.GraphJson;
import dev.treadle.graph.MapNode;
import dev.treadle.graph.Node;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the calls of a builder leave in the graph. */
public class RecordingTest {

  public record Whole(Part part) {}

  public record Part(int size) {}

  public record Two(Whole whole, int other) implements Outputs {}

  public sealed interface Scaler permits Twice, Plus {
    @Step
    int scale(StepContext context, int value);
  }

  public record Twice() implements Scaler {
    @Override
    public int scale(StepContext context, int value) {
      return 2 * value;
    }
  }

  public record Plus(long offset) implements Scaler {
    @Override
    public int scale(StepContext context, int value) {
      return (int) (value + offset);
    }
  }

  public static class Parent {
    @Step
    public static int inherited() {
      return 1;
    }
  }

  public static final class Child extends Parent {}

  @Step
  public static Two two() {
    return new Two(new Whole(new Part(1)), 2);
  }

  @Step
  public static int number(int value) {
    return value;
  }

  @Step
  public static int sum(List<? extends Number> values) {
    return values.size();
  }

  @Step
  public static int lazily(Lazy<Whole> whole) {
    return whole.get().part().size();
  }

  @Step
  public static int connect(Secret key, FileRef file, Path data) {
    return 1;
  }

  @Step
  public static boolean yes() {
    return true;
  }

  @Test
  void readsComponentsOfOutputsAndOfPlainRecords() {
    var graph = compile(p -> {
      var two = p.step(RecordingTest::two);
      p.step(RecordingTest::number).with(two.get(Two::other));
      p.step(RecordingTest::number).with(two.get(Two::whole).get(Whole::part).get(Part::size));
      p.step(RecordingTest::lazily).with(two.get(Two::whole).lazy());
    });

    var whole = new Output("two", "whole");
    assertThat(binding(graph, "number", 0)).isEqualTo(new Output("two", "other"));
    assertThat(binding(graph, "number-2", 0))
        .isEqualTo(new Component(new Component(whole, "part"), "size"));
    assertThat(graph.step("lazily").orElseThrow().inputs())
        .containsExactly(new CompiledInput("whole", Whole.class, whole, true));
  }

  @Test
  void namesNodesByTheirMethodAndNumbersThem() {
    var graph = compile(p -> {
      p.step(RecordingTest::number).with(1);
      p.step(RecordingTest::number).with(2);
      p.step(RecordingTest::number).with(3).named("number-2");
      p.step(RecordingTest::number).with(4).retry(1).named("last");
    });

    assertThat(graph.graph().nodes())
        .extracting(Node::name)
        .containsExactly("number", "number-3", "number-2", "last");
  }

  @Test
  void recordsBothSidesOfAChoice() {
    var graph = compile(p -> {
      var chosen = p.either(
          p.step(RecordingTest::yes),
          () -> p.step(RecordingTest::two),
          () -> p.step(RecordingTest::two).named("other"));
      p.step(RecordingTest::number).with(chosen.get(Two::other));
    });

    assertThat(binding(graph, "number", 0))
        .isEqualTo(
            new Choice("yes-branch", new Output("two", "other"), new Output("other", "other")));
    assertThat(graph.graph().nodes().get(3).scope().guards())
        .extracting(guard -> guard.branch() + "=" + guard.expected())
        .containsExactly("yes-branch=false");
    assertThat(graph.predecessors(graph.node("number").orElseThrow())).containsExactly(1, 2, 3);
  }

  @Test
  void collectsHandlesAndMapsLists() {
    var graph = compile(p -> {
      var handles = new ArrayList<Artifact<Integer>>();
      for (int i = 0; i < 2; i++) {
        handles.add(p.step(RecordingTest::number).with(i));
      }
      var mapped = p.map(
              p.collect(handles), n -> p.step(RecordingTest::number).with(n).named("each"))
          .named("all")
          .maxParallel(2);
      p.step(RecordingTest::sum).with(mapped);
    });

    var map = (MapNode) graph.graph().nodes().get(2);
    assertThat(map.items())
        .isEqualTo(
            new ListOf(List.of(new Output("number", "result"), new Output("number-2", "result"))));
    assertThat(map.maxParallel()).isEqualTo(2);
    assertThat(binding(graph, "each", 0)).isEqualTo(new Item("all"));
    assertThat(binding(graph, "sum", 0)).isEqualTo(new Mapped("all"));
    assertThat(graph.typeOf(new Mapped("all")).orElseThrow().getTypeName())
        .isEqualTo("java.util.List<java.lang.Integer>");
  }

  @Test
  void recordsLiteralsSecretsFilesAndExternalData() {
    var graph = compile(p -> p.step(RecordingTest::connect)
        .with(Secret.fromEnvironment("KEY"))
        .with(FileRef.of("in.csv"))
        .with(p.external("weather", URI.create("file:///data/weather.csv"))));

    assertThat(graph.step("connect").orElseThrow().node().bindings())
        .containsExactly(
            new SecretReference("env:KEY"),
            new Literal("\"in.csv\""),
            new External("weather", "file:///data/weather.csv"));
  }

  @Test
  void takesTheReceiverAsFirstInput() {
    var scaled = compile(
            p -> p.step(Scaler::scale).with(new Plus(9007199254740993L)).with(1))
        .step("scale")
        .orElseThrow();
    assertThat(scaled.node().method().onReceiver()).isTrue();
    assertThat(scaled.inputs().get(0))
        .isEqualTo(new CompiledInput(
            "receiver",
            Scaler.class,
            new Literal("{\"@type\":\"Plus\",\"offset\":9007199254740993}"),
            false));
  }

  @Test
  void resolvesAMethodToItsDeclaringClass() {
    var graph = compile(p -> p.step(Child::inherited));

    assertThat(graph.step("inherited").orElseThrow().node().method().owner())
        .isEqualTo(Parent.class.getName());
  }

  @Test
  void bindsByNameInAnyOrder() {
    var graph = compile(p -> p.step(StepRef.of(RecordingTest.class, "connect"))
        .with("data", p.external("d", URI.create("file:///d")))
        .with("key", Secret.named("k"))
        .with("file", FileRef.of("f")));

    assertThat(graph.step("connect").orElseThrow().inputs())
        .extracting(CompiledInput::name)
        .containsExactly("key", "file", "data");
  }

  @Test
  void prefixesIncludedPipelines() {
    var graph = compile(p -> {
      p.include(new InnerPipeline(), new InnerPipeline.Start(1));
      var inner = p.include(new InnerPipeline(), new InnerPipeline.Start(2));
      p.step(RecordingTest::number).with(inner.<Integer>output("four", Integer.class));
    });

    assertThat(graph.graph().nodes())
        .extracting(Node::name)
        .containsExactly("inner.twice", "inner.four", "inner-2.twice", "inner-2.four", "number");
    assertThat(binding(graph, "number", 0)).isEqualTo(new Output("inner-2.four", "result"));
  }

  @Test
  void refusesABuilderAfterItsDefinition() {
    var kept = new ArrayList<PipelineBuilder>();
    compile(p -> {
      kept.add(p);
      p.step(RecordingTest::yes);
    });

    assertThatThrownBy(() -> kept.get(0).step(RecordingTest::yes))
        .isInstanceOf(TreadleException.class)
        .hasMessageContaining("after define() has returned, at RecordingTest.");
  }

  @Test
  void stopsAPipelineThatIncludesItself() {
    final class Selfish implements Pipeline<InnerPipeline.Start> {
      @Override
      public void define(PipelineBuilder p, InnerPipeline.Start start) {
        p.step(RecordingTest::yes);
        p.include(this, start);
      }
    }
    compile(p -> p.include(new Selfish(), new InnerPipeline.Start(1)), "GRAPH-207");
  }

  @Test
  void warnsOfSidesThatNeverRun() {
    var graph = compile(p -> {
      var yes = p.step(RecordingTest::yes);
      p.when(yes).then(() -> p.when(yes).otherwise(() -> p.step(RecordingTest::two)));
      p.when(yes).named("nothing");
    });

    assertThat(graph.warnings())
        .extracting(warning -> warning.code().code() + " " + warning.message())
        .containsExactly(
            "GRAPH-210 'two' can never run: the conditions around it exclude each other.",
            "GRAPH-210 Branch 'nothing' has no steps.");
  }

  @Test
  void keepsEveryKindOfBindingInJson() {
    var graph = compile(p -> {
          var two = p.step(RecordingTest::two).tag("team", "a").outputNamed("whole", "shared");
          p.step(RecordingTest::lazily)
              .with(two.get(Two::whole).lazy())
              .after(two)
              .cached(true);
          p.step(RecordingTest::number)
              .with(two.get(Two::whole).get(Whole::part).get(Part::size))
              .timeout(Duration.ofMillis(1500))
              .resources(Resources.cpus(0.5).withMemoryMiB(10));
          p.step(RecordingTest::sum).with(p.collect(List.of(two.get(Two::other))));
          p.step(RecordingTest::connect)
              .with(Secret.named("s"))
              .with(FileRef.of("f"))
              .with(p.external("d", URI.create("file:///d")));
          p.step(RecordingTest::number)
              .with(p.either(
                  p.step(RecordingTest::yes),
                  () -> two.get(Two::other),
                  () -> two.get(Two::other)));
        })
        .graph();

    assertThat(GraphJson.read(GraphJson.write(graph))).isEqualTo(graph);
  }

  @Test
  void refusesANewerFormatOfTheGraph() {
    for (var json : List.of(
        "{\"format\":\"treadle-graph/2\"}", "{}", "", "[1]", "{\"format\":\"treadle-graph/1\"}")) {
      assertThatThrownBy(() -> GraphJson.read(json))
          .isInstanceOfSatisfying(
              TreadleException.class, e -> assertThat(e.code().code()).isEqualTo("GRAPH-209"));
    }
    assertThatThrownBy(() -> GraphJson.read("{\"format\":\"treadle-graph/2\"}"))
        .hasMessageContaining("Use a newer Treadle");
  }

  private static BindingSpec binding(CompiledPipeline graph, String step, int input) {
    return graph.step(step).orElseThrow().inputs().get(input).binding();
  }

  private static CompiledPipeline compile(Consumer<PipelineBuilder> body) {
    return new PipelineCompiler(JsonMaterializer.CHOICE)
        .compile(new BodyPipeline(), new BodyPipeline.Body(body));
  }

  /** Expects these codes instead of a graph. */
  private static void compile(Consumer<PipelineBuilder> body, String... codes) {
    assertThatThrownBy(() -> compile(body))
        .isInstanceOfSatisfying(
            PipelineDefinitionException.class,
            e -> assertThat(e.problems())
                .extracting(problem -> problem.code().code())
                .contains(codes));
  }
}
