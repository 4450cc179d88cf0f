package dev.treadle.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.StepStatus;
import dev.treadle.cli.output.Sink;
import dev.treadle.cli.terminal.Look;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineViewTest {
  private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");

  @Test
  void writesItsOwnSignsInAsciiWhereThereIsNoUnicode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LineView view = new LineView(
        new Sink(bytes, StandardCharsets.US_ASCII),
        new Look(false, false, false, Integer.MAX_VALUE, NOW),
        line -> {});

    view.on(
        new RunEvent.StepEnded(
            new UUID(0, 7),
            NOW,
            "load",
            -1,
            StepStatus.COMPLETED,
            5,
            "",
            null,
            "344 rows × 7",
            Map.of(),
            null),
        "");

    assertThat(bytes.toString(StandardCharsets.US_ASCII)).contains("summary=\"344 rows x 7\"");
  }
}
