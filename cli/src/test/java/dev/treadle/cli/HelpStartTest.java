package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every call loads the classes of all commands; what only some of them need must wait until they are called. */
class HelpStartTest {

  @Test
  void helpStartsNeitherJsonNorTheStore() throws Exception {
    Process child = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:stdout",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--help")
        .redirectErrorStream(true)
        .start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(child.waitFor()).as(output).isZero();
    assertThat(output)
        .contains(" dev.treadle.cli.TreadleCommand ")
        .doesNotContain(" com.fasterxml.jackson.databind.ObjectMapper ")
        .doesNotContain(" org.h2.")
        .doesNotContain(" org.hibernate.");
  }
}
