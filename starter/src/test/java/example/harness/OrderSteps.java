package example.harness;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import java.util.List;
import java.util.stream.IntStream;

/** Steps of a small shop, for the harness. */
public final class OrderSteps {
  private OrderSteps() {}

  public record Order(int id, double total) {}

  public record Discount(double rate) {
    @Step
    public Order apply(StepContext context, Order order) {
      context.metadata("rate", rate);
      return new Order(order.id(), order.total() * (1 - rate));
    }
  }

  @Step
  public static List<Order> orders(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> new Order(i, 10.0 * i)).toList();
  }

  @Step
  public static double sum(StepContext context, List<Order> orders) {
    double sum = orders.stream().mapToDouble(Order::total).sum();
    context.metric("sum", sum);
    context.metadata("orders", orders.size());
    context.logger().info("summed {} orders", orders.size());
    return sum;
  }

  @Step
  public static boolean isLarge(double sum, double limit) {
    return sum > limit;
  }

  @Step
  public static void announce(StepContext context, double sum) {
    throw new IllegalStateException("no mail server for " + sum);
  }
}
