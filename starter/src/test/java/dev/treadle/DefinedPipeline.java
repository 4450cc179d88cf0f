package dev.treadle;

import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import java.util.function.Consumer;

/** A pipeline that a test defines in place; its name is {@code defined}. */
public final class DefinedPipeline implements Pipeline<NoParams> {
  private final Consumer<PipelineBuilder> body;

  /** Has no steps; every pipeline class can be made by its name. */
  public DefinedPipeline() {
    this(p -> {});
  }

  DefinedPipeline(Consumer<PipelineBuilder> body) {
    this.body = body;
  }

  @Override
  public void define(PipelineBuilder p, NoParams params) {
    body.accept(p);
  }
}
