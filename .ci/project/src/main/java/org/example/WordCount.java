package org.example;

import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;

/** A pipeline without parameters whose name has two words. */
public final class WordCount implements Pipeline<NoParams> {

  @Override
  public void define(PipelineBuilder p, NoParams params) {
    var words = p.map(p.step(TextSteps::words), word -> p.step(TextSteps::shout).with(word));
    p.step(TextSteps::join).with(words);
  }
}
