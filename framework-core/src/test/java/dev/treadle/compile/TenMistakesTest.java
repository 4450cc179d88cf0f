package dev.treadle.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.treadle.Golden;
import dev.treadle.api.NoParams;
import dev.treadle.error.PipelineDefinitionException;
import example.broken.TenMistakesPipeline;
import org.junit.jupiter.api.Test;

class TenMistakesTest {

  @Test
  void areReportedTogetherInTheOrderOfTheSource() {
    var error = catchThrowableOfType(
        PipelineDefinitionException.class,
        () -> new PipelineCompiler(JsonMaterializer.CHOICE)
            .compile(new TenMistakesPipeline(), new NoParams()));

    Golden.assertMatches("ten-mistakes.txt", error.getMessage());
    assertThat(error.problems()).hasSize(10);
    assertThat(error.code()).isEqualTo(error.problems().get(0).code());
  }
}
