package dev.treadle.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_ERR)
final class StepLoggerTest {
  @Test
  void outsideStepsOnlyWarningsAreSaidAndTheirClassOnlyWhenItIsNotTreadles() {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      new StepLogger("dev.treadle.store.Files").warn("The disk of {} is full", "/data");
      new StepLogger("dev.treadle.store.Files").info("nothing");
      new StepLogger("org.h2.Driver").error("lost");
    } finally {
      System.setErr(before);
    }

    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .contains("warning: The disk of /data is full", "ERROR org.h2.Driver: lost")
        .noneMatch(line -> line.contains("nothing"));
  }
}
