package dev.treadle.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.cli.terminal.Look;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.PipelineDefinitionException;
import dev.treadle.error.Problem;
import dev.treadle.error.TreadleException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorReportTest {
  private static final ErrorReport TWO_MISTAKES = ErrorReport.of(new PipelineDefinitionException(
      "churn",
      "ChurnPipeline.java:18",
      List.of(
          new Problem(
              CoreProblem.MAT_NONE,
              "It returns Job.",
              List.of("used at ChurnPipeline.define(ChurnPipeline.java:20)"),
              "return a record"),
          new Problem(CoreProblem.BUG, "It is odd.", List.of(), "")),
      null));

  @Test
  void keepsWhatBelongsToANumberedProblemBelowIt() {
    assertThat(TWO_MISTAKES.lines(Look.plain(Instant.EPOCH)))
        .containsExactly(
            "error[MAT-130]: 2 problems in pipeline 'churn' (ChurnPipeline.java:18):",
            "  1) [MAT-130] It returns Job.",
            "     used at ChurnPipeline.define(ChurnPipeline.java:20)",
            "     fix: return a record",
            "",
            "  2) [BUG-000] It is odd.");
  }

  @Test
  void breaksLinesOfAScreenBetweenWordsButNotCommands() {
    ErrorReport report = ErrorReport.of(new TreadleException(
        CoreProblem.RUN_FAILED,
        "There are more words here than one line holds"
            + "\nand in a remark there may be just as many"
            + "\nsee: treadle run show 42 'summarise[2]'"));

    assertThat(report.lines(new Look(true, false, true, 30, Instant.EPOCH)))
        .containsExactly(
            "error[" + CoreProblem.RUN_FAILED.code() + "]: There are more",
            "  words here than one line",
            "  holds",
            "  and in a remark there may be",
            "    just as many",
            "  see: treadle run show 42 'summarise[2]'");
  }

  @Test
  void givesProgramsOneTextForEachNumberedProblem() {
    assertThat(TWO_MISTAKES.document(OutputFormat.JSON))
        .contains(
            "\"where\" : null",
            "\"fix\" : null",
            "\"1) [MAT-130] It returns Job.\\nused at ChurnPipeline.define(ChurnPipeline.java:20)\\nfix: return a record\"",
            "\"2) [BUG-000] It is odd.\"");
  }
}
