package org.example;

import dev.treadle.api.Artifact;
import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.StepRef;
import java.util.ArrayList;
import java.util.List;

/** Compiles, and has ten mistakes: the lines that end in a number. */
public final class Mistakes implements Pipeline<NoParams> {

  @Override
  public void define(PipelineBuilder p, NoParams params) {
    var one = p.step(MistakenSteps::one);
    p.step(MistakenSteps::forgotten).with(one); // 1
    p.step((Integer value) -> value + 1).with(one); // 2
    p.step(MistakenSteps::stream); // 3
    List<Artifact<Integer>> leaked = new ArrayList<>();
    p.map(p.step(MistakenSteps::numbers), number -> {
      var doubled = p.step(MistakenSteps::twice).with(number);
      leaked.add(doubled);
      return doubled;
    });
    p.step(MistakenSteps::twice).with(leaked.get(0)).named("again"); // 4
    p.step(MistakenSteps::twice).with(3).retry(-1); // 5
    p.step(MistakenSteps::twice).with(4).named("again"); // 6
    p.step(MistakenSteps::job); // 7
    p.step(StepRef.of(MistakenSteps.class, "txet")); // 8
    p.step(StepRef.of(MistakenSteps.class, "text")).with("value", one); // 9
    p.step(MistakenSteps::hidden); // 10
  }
}
