package dev.treadle.benchmarks;

import dev.treadle.api.Artifact;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;

/** Chains of a hundred steps beside each other. */
public final class ChainsPipeline implements Pipeline<ChainsPipeline.Params> {
  private static final int LENGTH = 100;

  public record Params(int steps) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    for (int chain = 0; chain < params.steps() / LENGTH; chain++) {
      Artifact<Integer> number = p.step(Numbers::first).with(chain);
      for (int i = 1; i < LENGTH; i++) {
        number = p.step(Numbers::next).with(number);
      }
    }
  }
}
