package example.harness;

import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import example.harness.OrderSteps.Discount;

/** Orders, a discount on each, their sum, and an announcement when it is large. */
public final class OrderPipeline implements Pipeline<OrderPipeline.Params> {
  public record Params(int count, double limit) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    var reduced = p.map(
        p.step(OrderSteps::orders).with(params.count()),
        order -> p.step(Discount::apply).with(new Discount(0.1)).with(order));
    var sum = p.step(OrderSteps::sum).with(reduced);
    p.when(p.step(OrderSteps::isLarge).with(sum).with(params.limit()))
        .then(() -> p.step(OrderSteps::announce).with(sum));
  }
}
