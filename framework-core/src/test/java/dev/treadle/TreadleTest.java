package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.run.RunResult;
import dev.treadle.api.run.RunStatus;
import org.junit.jupiter.api.Test;

class TreadleTest {

  public static final class WordCount implements Pipeline<NoParams> {
    @Override
    public void define(PipelineBuilder p, NoParams params) {}
  }

  @Test
  void aMainThatIsCalledWronglyExitsLikeTheCommandLine() {
    RunResult result = Treadle.run(new WordCount(), "--no-cahce");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.status()).isEqualTo(RunStatus.FAILED);
    assertThat(result.pipeline()).isEqualTo("word-count");
    assertThat(result.error()).contains("unknown option '--no-cahce'");
  }
}
