package example.shapes;

import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Step;
import java.util.List;

/** Both kinds of branches, a choice without a step on one side, a map without steps, and an order without a value. */
public final class ShapesPipeline implements Pipeline<NoParams> {

  @Step
  public static int number() {
    return 7;
  }

  @Step
  public static boolean isBig(int number) {
    return number > 5;
  }

  @Step
  public static int halve(int number) {
    return number / 2;
  }

  @Step
  public static List<Integer> range(int number) {
    return List.of(number);
  }

  @Step
  public static int total(int chosen, List<Integer> range) {
    return chosen + range.size();
  }

  @Step
  public static void warn() {}

  @Step
  public static void close() {}

  @Override
  public void define(PipelineBuilder p, NoParams params) {
    var number = p.step(ShapesPipeline::number);
    var big = p.step(ShapesPipeline::isBig).with(number);
    var chosen = p.either(big, () -> p.step(ShapesPipeline::halve).with(number), () -> number);
    var same = p.map(p.step(ShapesPipeline::range).with(number), item -> item);
    var total = p.step(ShapesPipeline::total).with(chosen).with(same);
    p.when(big)
        .named("alarm")
        .then(() -> p.step(ShapesPipeline::warn))
        .otherwise(() -> p.step(ShapesPipeline::close).after(total));
  }
}
