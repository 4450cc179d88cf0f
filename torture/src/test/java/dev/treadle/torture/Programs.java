package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Programs of the system that a suite cannot do without. */
final class Programs {
  private Programs() {}

  /** Skips the test with a message where a program is missing, which is named like its Debian package; in CI it fails. */
  static void require(String program) {
    boolean found = isThere(program);
    if (System.getenv("CI") != null) {
      assertThat(found).as("%s, which CI installs", program).isTrue();
    }
    assumeThat(found)
        .as("%s is not installed; on Debian: apt-get install %s", program, program)
        .isTrue();
  }

  private static boolean isThere(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
