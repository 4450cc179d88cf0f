package dev.treadle.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleDocumentTest {

  @Test
  void readsWordsQuotesAndTheExitCode() {
    assertThat(ConsoleCommand.parse(
            "./treadle run churn -p 'name=two words' -p q=\"\"   # exit 2, why"))
        .isEqualTo(
            new ConsoleCommand(List.of("run", "churn", "-p", "name=two words", "-p", "q="), 2));
    assertThat(ConsoleCommand.parse("treadle run show 1 # looks").exitCode()).isZero();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ConsoleCommand.parse("rm -rf treadle"))
        .withMessage("A session calls treadle or ./treadle and nothing else, not: rm -rf treadle");
  }

  @Test
  void whatWasDrawnOverIsGone() {
    String drawn = "● churn #1\n  ● load   …\n0 of 2 done\n"
        + "\u001b[2A\r\u001b[J  ✔ load   \n  ● train  …\n1 of 2 done\n"
        + "\u001b[2A\r\u001b[J  ✔ train\n✔ churn #1\n";

    assertThat(ConsoleScreen.lines(drawn))
        .containsExactly("● churn #1", "  ✔ load", "  ✔ train", "✔ churn #1");
  }

  @Test
  void aDocumentWithoutCommandsIsNoSession(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("README.md"), "```console\nno command\n```\n");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ConsoleDocument.of(file).verify())
        .withMessageContaining("commands in " + file);
  }
}
