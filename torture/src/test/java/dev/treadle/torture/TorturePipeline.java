package dev.treadle.torture;

import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;

/** Some of everything: large and small outputs, several of one step, a map, and a step that every run can share. */
public final class TorturePipeline implements Pipeline<TorturePipeline.Params> {

  /** @param work what is worked on; runs of the same have the same results */
  public record Params(long work) {}

  @Override
  public void define(PipelineBuilder p, Params params) {
    var common = p.step(TortureSteps::common);
    var block = p.step(TortureSteps::block).with(params.work());
    var pair = p.step(TortureSteps::pair).with(block).with(common);
    var items = p.step(TortureSteps::items).with(params.work());
    var texts = p.map(items, item -> p.step(TortureSteps::text).with(item));
    p.step(TortureSteps::join)
        .with(pair.get(TortureSteps.Pair::text))
        .with(pair.get(TortureSteps.Pair::number))
        .with(texts);
  }

  /** What the last step returns. */
  static String result(long work) {
    byte[] block = TortureSteps.bytes(work);
    TortureSteps.Pair pair = TortureSteps.paired(block, TortureSteps.COMMON);
    return TortureSteps.joined(
        pair.text(),
        pair.number(),
        TortureSteps.numbers(work).stream().map(TortureSteps::texted).toList());
  }
}
