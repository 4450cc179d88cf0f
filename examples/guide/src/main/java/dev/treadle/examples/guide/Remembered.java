package dev.treadle.examples.guide;

import dev.treadle.Treadle;
import dev.treadle.api.Param;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.FileRef;
import dev.treadle.examples.guide.ForecastSteps.Score;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;

/** Steps that depend on more than their inputs and their code, and say so. */
public final class Remembered implements Pipeline<Remembered.Params> {

  public record Params(
      @Param(description = "a text file") FileRef file,

      @Param(defaultValue = "17", description = "seed of the noise")
      long seed) {}

  /** A resource file is not code. When it changes, so does the version. */
  @Step(version = "2")
  public static int rows() throws IOException {
    try (var file = Weather.data().toURL().openStream()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList()
              .size()
          - 1;
    }
  }

  @Step(environment = "UNIT")
  public static String unit() {
    return System.getenv().getOrDefault("UNIT", "celsius");
  }

  @Step
  public static List<Double> noise(int count, long seed) {
    return new Random(seed).doubles(count).boxed().toList();
  }

  @Step
  public static int lines(FileRef file) throws IOException {
    return Files.readAllLines(file.path()).size();
  }

  /** Reads what no handle leads to. */
  @Step
  public static double newest(StepContext ctx) {
    Score best = ctx.artifacts().load("best-forecast", Score.class);
    return best.level();
  }

  @Override
  public void define(PipelineBuilder p, Params params) {
    p.step(Remembered::rows);
    p.step(Remembered::unit);
    p.step(Remembered::noise).with(3).with(params.seed());
    p.step(Remembered::lines).with(params.file());
    p.step(Remembered::newest);
  }

  public static void main(String[] args) {
    System.exit(Treadle.run(new Remembered(), args).exitCode());
  }
}
