package org.example;

import dev.treadle.Treadle;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;

/** A pipeline with parameters and a main of its own. */
public final class GreetingPipeline implements Pipeline<GreetingPipeline.Params> {

  public record Params(
      @Param(defaultValue = "world") String name, @Param(defaultValue = "1") int times) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    var greeting = p.step(TextSteps::greet).with(params.name());
    var all = p.step(TextSteps::repeat).with(greeting).with(params.times());
    p.step(TextSteps::count).with(all);
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new GreetingPipeline(), args).exitCode());
  }
}
