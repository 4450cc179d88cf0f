package example.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.run.RunEvent;
import dev.treadle.error.PipelineDefinitionException;
import dev.treadle.testing.PipelineHarness;
import example.harness.OrderPipeline.Params;
import example.harness.OrderSteps.Discount;
import example.harness.OrderSteps.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PipelineHarnessTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @Test
  void runsAPipelineAndReadsWhatItMade() {
    var run = harness.run(new OrderPipeline(), new Params(3, 1000));

    assertThat(run).succeeded();
    assertThat(run).ran("orders", "apply[0]", "apply[1]", "apply[2]", "sum", "isLarge");
    assertThat(run).skipped("announce");
    run.step("announce").wasSkipped().because("isLarge is false");
    run.step("apply").ran().ranTimes(3).tookAttempts(1).hasMetadata("rate", 0.1);
    run.step("sum").logged("summed 3 orders").metric("sum").isEqualTo(54.0);
    assertThat(run.output("sum", double.class)).isEqualTo(54.0);
    assertThat(run.output("apply[1]", Order.class)).isEqualTo(new Order(2, 18));
    assertThat(run.events().get(0)).isInstanceOf(RunEvent.RunStarted.class);
  }

  @Test
  void takesParametersAsTheCommandLineDoes() {
    var run = harness.run(new OrderPipeline(), "count=1", "limit=1000");

    run.step("apply").ranTimes(1);
    assertThatThrownBy(() -> harness.run(new OrderPipeline(), "cuont=1", "limit=1000"))
        .hasMessageContaining("did you mean 'count'");
    assertThatThrownBy(() -> harness.run(new OrderPipeline(), "count"))
        .hasMessageContaining("key=value");
  }

  @Test
  void saysHowAStepFailed() {
    var run = harness.run(new OrderPipeline(), new Params(3, 10));

    assertThat(run).failedWith("no mail server for 54.0");
    run.step("announce").failedWith(IllegalStateException.class, "no mail server");
  }

  @Test
  void replacesStepsOfEachShape() {
    List<Double> announced = new ArrayList<>();
    var run = harness
        .replace(OrderSteps::orders)
        .with(count -> List.of(new Order(7, count)))
        .replace(Discount::apply)
        .with((discount, context, order) -> new Order(order.id(), discount.rate()))
        .replace(OrderSteps::announce)
        .with((context, sum) -> announced.add(sum))
        .run(new OrderPipeline(), new Params(3, 0));

    assertThat(run).succeeded();
    run.step("apply").ranTimes(1);
    assertThat(announced).containsExactly(0.1);
  }

  @Test
  void failsAsTheReplacementFails() {
    var run = harness
        .replace(OrderSteps::sum)
        .with((context, orders) -> {
          throw new ArithmeticException("too much");
        })
        .run(new OrderPipeline(), new Params(1, 0));

    run.step("sum").failedWith(ArithmeticException.class, "too much");
    run.step("isLarge").didNotRun();
  }

  @Test
  void usesTheCacheBetweenRunsOfATestButNeverForReplacements() {
    var params = new Params(2, 1000);
    harness.run(new OrderPipeline(), params);
    var second = harness.run(new OrderPipeline(), params);
    var third = harness
        .replace(OrderSteps::sum)
        .with((context, orders) -> 1.0)
        .run(new OrderPipeline(), params);

    assertThat(second).cached("orders", "apply[0]", "apply[1]", "sum", "isLarge");
    third.step("orders").wasCached();
    third.step("sum").ran();
    third.step("isLarge").ran().because("sum");
    assertThat(third.output("sum", double.class)).isEqualTo(1.0);
  }

  @Test
  void makesTheSameIdsEachTime() {
    var first = harness.run(new OrderPipeline(), new Params(1, 1000)).result().id();
    harness.close();

    assertThat(harness.run(new OrderPipeline(), new Params(1, 1000)).result().id())
        .isEqualTo(first)
        .isNotEqualTo(new UUID(0, 0));
  }

  @Test
  void comparesTheGraphWithASnapshot() {
    assertThat(harness.compile(new OrderPipeline(), new Params(3, 1000)))
        .hasSteps("orders", "apply", "sum", "isLarge", "announce")
        .matchesSnapshot("orders.json");
  }

  @Test
  void saysWhereASnapshotDiffersAndHowToMakeOne() {
    var graph = harness.compile(new OrderPipeline(), new Params(4, 1000));
    String update = System.clearProperty("treadle.snapshots.update");
    try {
      assertThatThrownBy(() -> assertThat(graph).matchesSnapshot("orders.json"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("orders.json")
          .hasMessageContaining("-   ")
          .hasMessageContaining("\"4\"");
      assertThatThrownBy(() -> assertThat(graph).matchesSnapshot("none.json"))
          .hasMessageContaining("treadle.snapshots.update=true");
    } finally {
      if (update != null) {
        System.setProperty("treadle.snapshots.update", update);
      }
    }
  }

  @Test
  void reportsAllProblemsOfADefinition() {
    Pipeline<NoParams> empty = new EmptyPipeline();

    assertThatThrownBy(() -> harness.run(empty)).isInstanceOf(PipelineDefinitionException.class);
  }

  @Test
  void refusesADefinitionThatDiffersTheSecondTime() {
    assertThatThrownBy(() -> harness.run(new CountingPipeline()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("'counting' was defined twice")
        .hasMessageContaining("+ ");
  }

  @Test
  void refusesReplacementsThatNothingUsesAndStepsThatAreNotThere() {
    harness.replace(Discount::apply).with((discount, context, order) -> order);
    assertThatThrownBy(() -> harness.run(new SumPipeline()))
        .hasMessageContaining("Discount.apply")
        .hasMessageContaining("[orders, sum]");
    harness.close();

    var run = harness.run(new SumPipeline());
    assertThatThrownBy(() -> run.step("sun")).hasMessageContaining("did you mean 'sum'?");
    assertThatThrownBy(() -> run.output("sum", "rest", Double.class))
        .hasMessageContaining("no output 'rest'");
    assertThatThrownBy(() -> run.step("sum").wasCached()).hasMessageContaining("COMPLETED");
    assertThatThrownBy(() -> assertThat(run).failed()).hasMessageContaining("COMPLETED");
  }
}
