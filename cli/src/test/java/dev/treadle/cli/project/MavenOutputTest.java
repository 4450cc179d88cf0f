package dev.treadle.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MavenOutputTest {
  private static final String ADVICE = """
      [ERROR] -> [Help 1]
      [ERROR]\s
      [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
      [ERROR] Re-run Maven using the -X switch to enable full debug logging.
      [ERROR]\s
      [ERROR] For more information about the errors and possible solutions, please read the following articles:
      [ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException
      """;

  @Test
  void tellsErrorsOfTheCompilerOnce() {
    String output = """
        \u001b[0m\u001b[0m[ERROR] COMPILATION ERROR :\s
        [ERROR] /p/A.java:[7,3] cannot find symbol
          symbol: class B
        [ERROR] Failed to execute goal maven-compiler-plugin:compile on project demo: Compilation failure
        [ERROR] /p/A.java:[7,3] cannot find symbol
        [ERROR]   symbol: class B
        """ + ADVICE;

    assertThat(MavenOutput.ofFailure(output.lines().toList()))
        .containsExactly(
            "[ERROR] COMPILATION ERROR : ",
            "[ERROR] /p/A.java:[7,3] cannot find symbol",
            "  symbol: class B");
  }

  @Test
  void keepsWhatElseWentWrong() {
    String failure = "[ERROR] Failed to execute goal on project demo: Could not resolve x:y:1";

    assertThat(MavenOutput.ofFailure((failure + "\n" + ADVICE).lines().toList()))
        .containsExactly(failure);
  }
}
