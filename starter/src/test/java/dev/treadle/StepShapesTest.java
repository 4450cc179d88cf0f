package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.ShapeSteps.Frame;
import dev.treadle.ShapeSteps.Halves;
import dev.treadle.ShapeSteps.Point;
import dev.treadle.ShapeSteps.Scale;
import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.StepRef;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.Fact;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StepShapesTest {
  private static TestProject project;

  @BeforeAll
  static void open(@TempDir Path folder) {
    project = TestProject.in(folder);
  }

  @AfterAll
  static void close() {
    project.close();
  }

  @Test
  void callsStaticStepsWithAnyNumberOfInputs() {
    Ran ran = project.run(p -> {
      var zero = p.step(ShapeSteps::zero);
      p.step(ShapeSteps::one).with(zero);
      p.step(ShapeSteps::two).with(zero).with(2);
      p.step(ShapeSteps::three).with("a").with(2).with(3L);
      p.step(ShapeSteps::four).with(zero).with(2).with(3L).with(4.5);
      p.step(ShapeSteps::five).with(zero).with(2).with(3L).with(4.5).with(true);
      p.step(ShapeSteps::six)
          .with("a")
          .with(2)
          .with(Long.MAX_VALUE)
          .with(0.1)
          .with(false)
          .with(new Point(7, 8));
    });

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.value("one", String.class)).isEqualTo("01");
    assertThat(ran.value("two", String.class)).isEqualTo("02");
    assertThat(ran.value("three", String.class)).isEqualTo("a23");
    assertThat(ran.value("four", String.class)).isEqualTo("0234.5");
    assertThat(ran.value("five", String.class)).isEqualTo("0234.5true");
    assertThat(ran.value("six", String.class)).isEqualTo("a292233720368547758070.1false7");
  }

  @Test
  void handsTheContextToStepsThatWantIt() {
    Ran ran = project.run(p -> {
      var zero = p.step(ShapeSteps::zeroWithContext).named("named");
      p.step(ShapeSteps::threeWithContext).with(zero).with(1).with(new Point(2, 3));
      p.step(ShapeSteps::sixWithContext)
          .with(zero)
          .with(1)
          .with(2L)
          .with(3.0)
          .with(true)
          .with(new Point(4, 5));
    });

    assertThat(ran.value("named", String.class)).isEqualTo("named");
    assertThat(ran.value("threeWithContext", String.class)).isEqualTo("threeWithContextnamed13");
    assertThat(ran.value("sixWithContext", String.class))
        .isEqualTo("sixWithContextnamed123.0true4");
  }

  @Test
  void callsMethodsOfStepClassesOnTheirReceiver() {
    Ran ran = project.run(p -> {
      Scale scale = new Scale(3, "kg");
      p.step(Scale::scale).with(scale).with(5);
      p.step(Scale::scaleWithContext).with(scale).with(6).named("heavy");
      p.step(Scale::six).with(scale).with(1).with(2).with(3).with(4).with(5);
      p.step(Scale::nothing).with(scale);
    });

    assertThat(ran.value("scale", String.class)).isEqualTo("15kg");
    assertThat(ran.value("heavy", String.class)).isEqualTo("heavy 18kg");
    assertThat(ran.value("six", String.class)).isEqualTo("45kg");
    assertThat(ran.detail("nothing").facts()).containsExactly(new Fact("factor", "3"));
  }

  @Test
  void dispatchesAStepOfASealedInterfaceOnItsReceiver() {
    Ran ran = project.run(p -> {
      p.step(ShapeSteps.Greeting::greet)
          .with(new ShapeSteps.Hello())
          .with("Ida")
          .named("hello");
      p.step(ShapeSteps.Greeting::greet)
          .with(new ShapeSteps.Shout(2))
          .with("Ida")
          .named("shout");
    });

    assertThat(ran.value("hello", String.class)).isEqualTo("Hello Ida");
    assertThat(ran.value("shout", String.class)).isEqualTo("IDA!!");
  }

  @Test
  void publishesNothingForVoidSteps() {
    Ran ran = project.run(p -> {
      var first = p.step(ShapeSteps::noResult);
      p.step(ShapeSteps::noResultWithContext).with("hi").after(first);
    });

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.edges("noResult")).isEmpty();
    assertThat(ran.detail("noResultWithContext").facts())
        .containsExactly(new Fact("said", "\"hi\""));
  }

  @Test
  void storesEachComponentOfOutputsAsItsOwnArtifact() {
    Ran ran = project.run(p -> {
      var halves = p.step(ShapeSteps::halves).with(4);
      p.step(ShapeSteps::sum).with(halves.get(Halves::right));
      p.step(ShapeSteps::twice).with(halves.get(Halves::left).get(Point::y));
      p.step(ShapeSteps::whole).with(halves);
    });

    assertThat(ran.value("halves", "left", Point.class)).isEqualTo(new Point(4, 5));
    assertThat(ran.value("sum", int.class)).isEqualTo(44);
    assertThat(ran.value("twice", int.class)).isEqualTo(10);
    assertThat(ran.value("whole", String.class)).isEqualTo("4 and [4, 40]");
    assertThat(ran.edges("sum", EdgeRole.INPUT))
        .extracting(Edge::version)
        .containsExactly(ran.version("halves", "right").id());
    assertThat(ran.edges("whole", EdgeRole.INPUT))
        .extracting(Edge::name)
        .containsExactly("halves.left", "halves.right");
  }

  @Test
  void readsAComponentOfAPlainRecordFromTheWhole() {
    Ran ran = project.run(p -> {
      var frame = p.step(ShapeSteps::frame).with(9);
      p.step(ShapeSteps::one).with(frame.get(Frame::title));
      p.step(ShapeSteps::twice).with(frame.get(Frame::corner).get(Point::y));
    });

    assertThat(ran.value("one", String.class)).isEqualTo("frame 91");
    assertThat(ran.value("twice", int.class)).isEqualTo(-18);
    assertThat(ran.edges("one", EdgeRole.INPUT))
        .extracting(Edge::version)
        .containsExactly(ran.version("frame").id());
  }

  @Test
  void collectsHandlesInTheirOrder() {
    Ran ran = project.run(p -> {
      var a = p.step(ShapeSteps::one).with("a");
      var b = p.step(ShapeSteps::one).with("b");
      p.step(ShapeSteps::joined).with(p.collect(List.of(b, a, b)));
      p.step(ShapeSteps::joined).with(p.<String>collect(List.of())).named("none");
    });

    assertThat(ran.value("joined", String.class)).isEqualTo("b1,a1,b1");
    assertThat(ran.value("none", String.class)).isEqualTo("");
    assertThat(ran.edges("joined", EdgeRole.INPUT)).hasSize(3);
  }

  @Test
  void callsStepsThatAreNamedByClassAndMethod() {
    Ran ran = project.run(p -> {
      var zero = p.step(ShapeSteps::zero);
      p.step(StepRef.of(ShapeSteps.class, "two").returning(String.class))
          .with("b", 5)
          .with("a", zero);
    });

    assertThat(ran.value("two", String.class)).isEqualTo("05");
  }

  @Test
  void includesAnotherPipelineUnderItsName() {
    Ran ran = project.run(p -> {
      var inner = p.include(new InnerPipeline(), new NoParams());
      p.step(ShapeSteps::twice).with(inner.<Integer>output("twice", Integer.class));
    });

    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.value("inner.twice", int.class)).isEqualTo(42);
    assertThat(ran.value("twice", int.class)).isEqualTo(84);
  }

  @Test
  void runsWhatComesAfterOnlyWhenTheOtherHasEnded() {
    Ran ran = project.run(p -> {
      var first = p.step(ShapeSteps::zero).named("first");
      p.step(ShapeSteps::zero).named("second").after(first);
      p.step(ShapeSteps::zero).named("third").after(first);
    });

    assertThat(ran.step("second").startedAt())
        .isAfterOrEqualTo(ran.step("first").endedAt());
    assertThat(ran.step("third").startedAt()).isAfterOrEqualTo(ran.step("first").endedAt());
  }

  @Test
  void publishesAnOutputUnderTheNameThatItIsGiven() {
    Ran ran =
        project.run(p -> p.step(ShapeSteps::zero).outputNamed("shared-zero").tag("k", "v"));

    assertThat(ran.version("zero").artifact()).isEqualTo("shared-zero");
    assertThat(ran.detail("zero").tags()).containsEntry("k", "v");
  }

  @Test
  void numbersRunsAndVersions() {
    Ran first = project.run(p -> p.step(ShapeSteps::one).with("x").outputNamed("numbered"));
    Ran second = project.run(p -> p.step(ShapeSteps::one).with("y").outputNamed("numbered"));

    assertThat(second.result().number()).isEqualTo(first.result().number() + 1);
    assertThat(first.version("one").label()).isEqualTo("numbered@1");
    assertThat(second.version("one").label()).isEqualTo("numbered@2");
    assertThat(second.statuses()).containsOnly(Map.entry("one", StepStatus.COMPLETED));
  }

  /** What another pipeline includes. */
  public static final class InnerPipeline implements Pipeline<NoParams> {

    @Override
    public void define(PipelineBuilder p, NoParams params) {
      p.step(ShapeSteps::twice).with(21);
    }
  }
}
