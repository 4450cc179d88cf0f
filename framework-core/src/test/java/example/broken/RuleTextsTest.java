package example.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.treadle.Golden;
import dev.treadle.api.Artifact;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Resources;
import dev.treadle.api.Retry;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.StepMethod;
import dev.treadle.api.StepRef;
import dev.treadle.compile.GraphFeature;
import dev.treadle.compile.JsonMaterializer;
import dev.treadle.compile.OrchestratorSupport;
import dev.treadle.compile.PipelineCompiler;
import dev.treadle.error.PipelineDefinitionException;
import dev.treadle.error.Problem;
import dev.treadle.graph.GraphRecorder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The text of every problem that a definition can have. */
class RuleTextsTest {
  private final PipelineCompiler compiler = new PipelineCompiler(JsonMaterializer.CHOICE);
  private final Map<String, Consumer<PipelineBuilder>> cases = new LinkedHashMap<>();

  @Test
  void areAsInTheGoldenFile() {
    methods();
    types();
    graphs();
    options();

    var text = cases.entrySet().stream()
        .map(of -> "## " + of.getKey() + "\n" + Problem.numbered(problems(of.getValue())))
        .collect(Collectors.joining("\n\n"));

    Golden.assertMatches(
        "rules.txt", text.replaceAll("RuleTextsTest.java:\\d+", "RuleTextsTest.java:LINE"));
  }

  @Test
  void haveTheCodeThatTheirNameSays() {
    methods();
    types();
    graphs();
    options();

    cases.forEach((name, body) -> assertThat(problems(body))
        .as(name)
        .singleElement()
        .extracting(problem -> problem.code().code())
        .isEqualTo(name.substring(0, name.indexOf(' '))));
  }

  @Test
  void saysWhatTheOrchestratorCannotDo() {
    var support = new OrchestratorSupport("cron", EnumSet.of(GraphFeature.RESOURCES));

    var error = catchThrowableOfType(
        PipelineDefinitionException.class,
        () -> compiler.compile(
            new BodyPipeline(),
            new BodyPipeline.Body(p -> {
              p.map(
                  p.step(BrokenSteps::numbers), n -> p.step(BrokenSteps::twice).with(n));
              p.step(BrokenSteps::one).resources(Resources.cpus(2).withGpus(1));
            }),
            support));

    assertThat(error.problems())
        .extracting(Problem::message)
        .containsExactly(
            "'numbers-map' needs map(), a fan-out at run time, which orchestrator 'cron' does not have.",
            "'one' needs gpus, which orchestrator 'cron' does not have.");
  }

  private void methods() {
    cases.put("STEP-104 not annotated", p -> p.step(BrokenSteps::unannotated).with(1));
    cases.put("STEP-101 lambda", p -> p.step((Integer n) -> n).with(1));
    cases.put(
        "STEP-101 varargs reference",
        p -> p.step((StepMethod.Of1<Integer, Integer>) BrokenSteps::varargs).with(1));
    cases.put(
        "STEP-107 varargs by name",
        p -> p.step(StepRef.of(BrokenSteps.class, "varargs")).with("values", new int[] {1}));
    cases.put("STEP-102 class of its own", p -> p.step(new OwnReference()));
    cases.put("STEP-105 bound receiver", p -> {
      var stateful = new BrokenSteps.Stateful();
      p.step(stateful::count);
    });
    cases.put(
        "STEP-111 receiver is no record",
        p -> p.step(BrokenSteps.Stateful::count).with(new BrokenSteps.Stateful()));
    cases.put("STEP-106 class not public", p -> p.step(BrokenSteps.Hidden::hidden));
    cases.put("STEP-106 local class", p -> {
      record Local(int size) {
        @Step
        public int count(StepContext context) {
          return size;
        }
      }
      p.step(Local::count).with(new Local(1));
    });
    cases.put("STEP-107 constructor", p -> p.step(BrokenSteps.Thing::new));
    cases.put("STEP-107 not public", p -> p.step(BrokenSteps::notPublic));
    cases.put(
        "STEP-107 overloaded",
        p -> p.step((StepMethod.Of1<Integer, Integer>) BrokenSteps::overloaded).with(1));
    cases.put(
        "STEP-107 overloaded by name", p -> p.step(StepRef.of(BrokenSteps.class, "overloaded")));
    cases.put(
        "STEP-107 context last",
        p -> p.step(StepRef.of(BrokenSteps.class, "contextLast")).with("value", 1));
    cases.put(
        "STEP-107 seven inputs",
        p -> p.step(StepRef.of(BrokenSteps.class, "seven"))
            .with("a", 1)
            .with("b", 1)
            .with("c", 1)
            .with("d", 1)
            .with("e", 1)
            .with("f", 1)
            .with("g", 1));
    cases.put("STEP-108 no such method", p -> p.step(StepRef.of(BrokenSteps.class, "twcie")));
    cases.put(
        "STEP-109 unknown input",
        p -> p.step(StepRef.of(BrokenSteps.class, "twice")).with("value", 1).with("valeu", 1));
    cases.put(
        "STEP-109 bound twice",
        p -> p.step(StepRef.of(BrokenSteps.class, "twice")).with("value", 1).with("value", 1));
    cases.put("STEP-109 not bound", p -> p.step(StepRef.of(BrokenSteps.class, "twice")));
    cases.put("STEP-115 Outputs is no record", p -> p.step(BrokenSteps::bundle));
    cases.put("STEP-115 output named result", p -> p.step(BrokenSteps::named));
  }

  private void types() {
    cases.put("MAT-130 stream", p -> p.step(BrokenSteps::stream));
    cases.put("MAT-130 input stream", p -> p.step(BrokenSteps::bytes));
    cases.put("MAT-130 raw", p -> p.step(BrokenSteps::raw));
    cases.put("MAT-130 wildcard", p -> p.step(BrokenSteps::wildcard));
    cases.put("MAT-130 no materializer", p -> p.step(BrokenSteps::thing));
    cases.put("MAT-130 what is in the way", p -> p.step(BrokenSteps::callback));
    cases.put(
        "MAT-130 input",
        p -> p.step(StepRef.of(BrokenSteps.class, "takesRaw"))
            .with("values", p.step(BrokenSteps::numbers)));
    cases.put(
        "PARAM-111 literal", p -> p.step(BrokenSteps::execute).with(new BrokenSteps.Job(() -> {})));
    cases.put(
        "GRAPH-215 claimed type",
        p -> p.step(StepRef.of(BrokenSteps.class, "one").returning(String.class)));
    cases.put(
        "GRAPH-215 edge by name",
        p -> p.step(StepRef.of(BrokenSteps.class, "text")).with("value", p.step(BrokenSteps::one)));
    cases.put(
        "GRAPH-215 included step",
        p -> p.include(new InnerPipeline(), new InnerPipeline.Start(1))
            .output("twice", String.class));
    cases.put(
        "GRAPH-215 void",
        p -> p.step(StepRef.of(BrokenSteps.class, "twice"))
            .with("value", p.step(BrokenSteps::nothing)));
    cases.put(
        "GRAPH-215 condition",
        p -> p.when(claim(p.step(StepRef.of(BrokenSteps.class, "one"))))
            .then(() -> p.step(BrokenSteps::nothing)));
    cases.put(
        "GRAPH-211 map over no list",
        p -> p.map(
            RuleTextsTest.<List<Integer>>claim(p.step(BrokenSteps::one)),
            n -> p.step(BrokenSteps::one)));
    cases.put("GRAPH-206 no accessor", p -> p.step(BrokenSteps::pair).get(pair -> pair.left()));
    cases.put(
        "GRAPH-206 no component", p -> p.step(BrokenSteps::pair).get(BrokenSteps.Pair::hashCode));
    cases.put("GRAPH-206 no record", p -> p.step(BrokenSteps::numbers).get(List::size));
    cases.put(
        "GRAPH-206 no such output", p -> p.step(BrokenSteps::pair).outputNamed("lfet", "left"));
    cases.put(
        "GRAPH-206 output of a void step", p -> p.step(BrokenSteps::nothing).outputNamed("left"));
  }

  private void graphs() {
    cases.put("GRAPH-200 empty", p -> {});
    cases.put("GRAPH-201 same name", p -> {
      p.step(BrokenSteps::one).named("a");
      p.step(BrokenSteps::one).named("a");
    });
    cases.put("GRAPH-202 name", p -> p.step(BrokenSteps::one).named("a b"));
    cases.put("GRAPH-202 artifact name", p -> p.step(BrokenSteps::one).outputNamed("../a"));
    cases.put(
        "GRAPH-202 external data",
        p -> p.external("a", URI.create("data.csv")).lazy().equals(p.step(BrokenSteps::one)));
    cases.put("GRAPH-203 left a map", p -> {
      var leaked = new ArrayList<Artifact<Integer>>();
      p.map(p.step(BrokenSteps::numbers), n -> {
        leaked.add(n);
        return p.step(BrokenSteps::twice).with(n);
      });
      p.step(BrokenSteps::twice).with(leaked.get(0));
    });
    cases.put("GRAPH-203 left a branch", p -> {
      var leaked = new ArrayList<Artifact<Integer>>();
      p.when(claim(p.step(StepRef.of(BrokenSteps.class, "yes"))))
          .then(() -> leaked.add(p.step(BrokenSteps::one)));
      p.step(BrokenSteps::twice).with(leaked.get(0));
    });
    cases.put("GRAPH-204 other builder", p -> {
      var others = new ArrayList<Artifact<Integer>>();
      GraphRecorder.record(
          new BodyPipeline(), new BodyPipeline.Body(q -> others.add(q.step(BrokenSteps::one))));
      p.step(BrokenSteps::twice).with(others.get(0));
    });
    cases.put("GRAPH-205 published twice", p -> {
      p.step(BrokenSteps::one).outputNamed("shared");
      p.step(BrokenSteps::one).outputNamed("shared");
    });
    cases.put("GRAPH-207 define throws", p -> {
      p.step(BrokenSteps::one);
      throw new IllegalStateException("no database here");
    });
    cases.put(
        "GRAPH-212 map in a map",
        p -> p.map(
            p.step(BrokenSteps::numbers),
            n -> p.map(
                p.step(BrokenSteps::numbers), m -> p.step(BrokenSteps::twice).with(m))));
    cases.put(
        "GRAPH-213 no result",
        p -> p.map(p.step(BrokenSteps::numbers), n -> {
          p.step(BrokenSteps::twice).with(n);
          return null;
        }));
    cases.put("GRAPH-214 after itself", p -> {
      var one = p.step(BrokenSteps::one);
      one.after(one);
    });
    cases.put("GRAPH-214 after a later one", p -> {
      var one = p.step(BrokenSteps::one);
      one.after(p.step(BrokenSteps::twice).with(one));
    });
    cases.put(
        "GRAPH-216 included step",
        p -> p.include(new InnerPipeline(), new InnerPipeline.Start(1))
            .output("twcie", Integer.class));
  }

  private void options() {
    cases.put("STEP-110 retries", p -> p.step(BrokenSteps::one).retry(101));
    cases.put("STEP-110 delay", retry(Retry.times(2).withDelay(Duration.ofSeconds(-1))));
    cases.put("STEP-110 factor", retry(Retry.times(2).withFactor(0.5)));
    cases.put("STEP-110 jitter", retry(Retry.times(2).withJitter(Double.NaN)));
    cases.put("STEP-110 run", p -> {
      p.timeout(Duration.ZERO);
      p.step(BrokenSteps::one);
    });
    cases.put("STEP-110 timeout", p -> p.step(BrokenSteps::one).timeout(Duration.ofSeconds(-1)));
    cases.put(
        "STEP-110 resources", p -> p.step(BrokenSteps::one).resources(Resources.cpus(Double.NaN)));
    cases.put("STEP-110 annotation", p -> p.step(BrokenSteps::impatient));
    cases.put(
        "STEP-110 parallel",
        p -> p.map(p.step(BrokenSteps::numbers), n -> p.step(BrokenSteps::twice).with(n))
            .maxParallel(0));
  }

  private static Consumer<PipelineBuilder> retry(Retry retry) {
    return p -> p.step(BrokenSteps::one).retry(retry);
  }

  /** A handle of a type that javac would not give it. */
  @SuppressWarnings("unchecked")
  private static <T> Artifact<T> claim(Artifact<?> handle) {
    return (Artifact<T>) handle;
  }

  private List<Problem> problems(Consumer<PipelineBuilder> body) {
    var error = catchThrowableOfType(
        PipelineDefinitionException.class,
        () -> compiler.compile(new BodyPipeline(), new BodyPipeline.Body(body)));
    return error == null ? List.of() : error.problems();
  }

  private static final class OwnReference implements StepMethod.Of0<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer call() {
      return 1;
    }
  }
}
