package dev.treadle.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.Treadle;
import dev.treadle.api.run.RunStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipesTest {
  @TempDir
  Path folder;

  @Test
  void aProgramStartsARun() {
    var run = Treadle.run(new Weather(), "-p", "frost=-3.0", "--store", folder.toString());

    assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(run.number()).isEqualTo(1);
  }
}
