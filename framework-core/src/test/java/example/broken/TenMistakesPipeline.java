package example.broken;

import dev.treadle.api.Artifact;
import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.StepRef;
import java.util.ArrayList;

/** Ten mistakes. Only ever add at the end: the lines stand in a golden file. */
public final class TenMistakesPipeline implements Pipeline<NoParams> {

  @Override
  public void define(PipelineBuilder p, NoParams params) {
    var one = p.step(BrokenSteps::one);
    p.step(BrokenSteps::unannotated).with(one); // 1
    p.step((Integer value) -> value + 1).with(one); // 2
    p.step(BrokenSteps::stream); // 3
    var leaked = new ArrayList<Artifact<Integer>>();
    p.map(p.step(BrokenSteps::numbers), n -> {
      var doubled = p.step(BrokenSteps::twice).with(n);
      leaked.add(doubled);
      return doubled;
    });
    p.step(BrokenSteps::twice).with(leaked.get(0)).named("again"); // 4
    p.step(BrokenSteps::twice).with(3).retry(-1); // 5
    p.step(BrokenSteps::twice).with(4).named("again"); // 6
    p.step(BrokenSteps::execute).with(new BrokenSteps.Job(() -> {})); // 7
    p.step(BrokenSteps::thing); // 8
    p.step(StepRef.of(BrokenSteps.class, "txet")); // 9
    p.step(StepRef.of(BrokenSteps.class, "text")).with("value", one); // 10
  }
}
