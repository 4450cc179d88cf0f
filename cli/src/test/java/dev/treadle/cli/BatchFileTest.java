package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cmd.exe, which is not here, stumbles over without a word. */
class BatchFileTest {
  private String text = "";

  @BeforeEach
  void read() throws IOException {
    text = Files.readString(Path.of("src/main/dist/bin/treadle.bat"));
  }

  @Test
  void hasTheLineEndsThatLabelsNeed() {
    assertThat(text).endsWith("\r\n").doesNotContainPattern("[^\r]\n");
  }

  @Test
  void goesToLabelsThatThereAre() {
    assertThat(found("\\bgoto (\\w+)")).isNotEmpty();
    assertThat(found("(?m)^:(\\w+)")).containsAll(found("\\bgoto (\\w+)"));
  }

  @Test
  void leavesNoVariableToParenthesesUnquoted() {
    String unquoted = text.replaceAll("(?m)^(rem|echo) .*", "").replaceAll("\"[^\"\\r\\n]*\"", "");

    assertThat(unquoted).doesNotContainPattern("\\([^)]*%[A-Z_]");
  }

  private List<String> found(String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .distinct()
        .toList();
  }
}
