package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocsCommandTest {

  @Test
  void explainsACode() {
    CommandLineRun run = CommandLineRun.piped("docs", "step-104");

    assertThat(run.exitCode).isZero();
    assertThat(run.stdout).isEqualTo("""
        STEP-104   for the author of the pipeline or the command to mend
          The method is not annotated with @Step. Add the annotation.
          A command that ends with it exits with 4.
        """);
    Golden.assertEquals(
        "docs-code.json", CommandLineRun.piped("docs", "STEP-104", "-o", "json").stdout);
  }

  @Test
  void listsAllOnceEach() {
    CommandLineRun run = CommandLineRun.piped("docs", "-o", "name");

    assertThat(run.stdout.lines())
        .contains("BUG-000", "CLI-800", "RUN-201")
        .doesNotHaveDuplicates();
  }

  @Test
  void namesNearCodes() {
    CommandLineRun run = CommandLineRun.piped("docs", "RUN-20l");

    assertThat(run.exitCode).isEqualTo(3);
    assertThat(run.stderr)
        .contains("There is no error code 'RUN-20L'")
        .contains("did you mean: RUN-20");
  }
}
