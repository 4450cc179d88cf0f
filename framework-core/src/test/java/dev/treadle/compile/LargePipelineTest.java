package dev.treadle.compile;

import static org.assertj.core.api.Assertions.assertThat;

import example.large.ChainPipeline;
import org.junit.jupiter.api.Test;

class LargePipelineTest {

  @Test
  void compilesAHundredThousandSteps() {
    var compiler = new PipelineCompiler(JsonMaterializer.CHOICE);

    var chain = compiler.compile(new ChainPipeline(), new ChainPipeline.Size(100_000));

    assertThat(chain.size()).isEqualTo(100_000);
    assertThat(chain.graph().nodes().get(99_999).name()).isEqualTo("add-99999");
    assertThat(chain.predecessors(99_999)).containsExactly(99_998);
  }
}
