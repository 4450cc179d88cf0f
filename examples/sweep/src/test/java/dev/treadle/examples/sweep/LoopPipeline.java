package dev.treadle.examples.sweep;

import dev.treadle.api.Artifact;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.examples.penguins.DataSteps;
import dev.treadle.examples.penguins.PenguinsPipeline;
import dev.treadle.examples.penguins.Split;
import java.util.List;

/** The trials of the sweep, known when the pipeline is defined: one step each. */
public final class LoopPipeline implements Pipeline<LoopPipeline.Params> {
  public record Params(List<Integer> depths) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    var raw = p.step(DataSteps::load).with(p.external("penguins.json", PenguinsPipeline.data()));
    var rows = p.step(DataSteps::clean).with(raw);
    var split = p.step(DataSteps::split).with(rows).with(0.3).with(17L);
    List<Artifact<Candidate>> candidates = params.depths().stream()
        .<Artifact<Candidate>>map(depth -> p.step(SweepSteps::trial)
            .with(split.get(Split::train))
            .with(split.get(Split::test))
            .with(new Setting(depth, 1, 17)))
        .toList();
    p.step(SweepSteps::pickBest).with(p.collect(candidates));
  }
}
