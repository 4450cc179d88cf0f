package dev.treadle.examples.kotlin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.error.PipelineDefinitionException;
import dev.treadle.testing.PipelineHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Kotlin has and Java has not. */
class SpecialFunctionsTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @Test
  void aFunctionWithADefaultIsAStepWhenAllItsParametersAreBound() {
    var run = harness.run(new AllBound());

    assertThat(run.output("scaled", Double.class)).isEqualTo(4.5);
  }

  @Test
  void aDefaultThatIsLeftOutIsRefused() {
    assertThat(problems(new DefaultLeftOut())).isEqualTo("""
        1 problem in pipeline 'default-left-out' (Special.kt:26):

        1) [STEP-102] DefaultLeftOut.define$scaled does not call one function as it is; default parameters, suspend and value classes make the compiler change the call.
           used at DefaultLeftOut.define(Special.kt:26)
           fix: write a function with all its parameters and no modifier, and pass a reference to that""");
  }

  @Test
  void aValueClassIsRefused() {
    assertThat(problems(new ValueClass())).isEqualTo("""
        1 problem in pipeline 'value-class' (Special.kt:32):

        1) [STEP-102] ValueClass.define$warmer does not call one function as it is; default parameters, suspend and value classes make the compiler change the call.
           used at ValueClass.define(Special.kt:32)
           fix: write a function with all its parameters and no modifier, and pass a reference to that""");
  }

  @Test
  void aSuspendFunctionIsRefused() {
    assertThat(problems(new Suspended())).isEqualTo("""
        1 problem in pipeline 'suspended' (Special.kt:38):

        1) [STEP-107] SpecialKt.fetched is a suspend function.
           used at Suspended.define(Special.kt:38)
           fix: write a plain function that calls it within runBlocking""");
  }

  private String problems(Pipeline<NoParams> pipeline) {
    return assertThatExceptionOfType(PipelineDefinitionException.class)
        .isThrownBy(() -> harness.compile(pipeline, new NoParams()))
        .actual()
        .getMessage();
  }
}
