package dev.treadle.examples.hello;

import dev.treadle.Treadle;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Step;

/** Greets, and counts the letters of the greeting. */
public final class Hello implements Pipeline<Hello.Params> {

  public record Params(
      @Param(defaultValue = "world", description = "who is greeted")
      String name) {}

  @Step
  public static String greet(String name) {
    return "Hello " + name;
  }

  @Step
  public static int count(String text) {
    return text.length();
  }

  @Override
  public void define(PipelineBuilder p, Params params) {
    var greeting = p.step(Hello::greet).with(params.name());
    p.step(Hello::count).with(greeting);
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new Hello(), args).exitCode());
  }
}
