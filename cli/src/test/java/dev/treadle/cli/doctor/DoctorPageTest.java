package dev.treadle.cli.doctor;

import dev.treadle.cli.Golden;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.terminal.Look;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorPageTest {
  private static final List<Check> CHECKS = List.of(
      Check.ok("Java", "17.0.15 in /opt/java"),
      Check.warning("Artifacts", "11.0 GB in .treadle, disk 94 % full", "make room"),
      Check.wrong("Lost run", "run #39 did not end: its process is gone", "treadle run x"));

  @Test
  void printsTheSameAsBefore() {
    Golden.assertEquals("doctor.screen.txt", text(new Look(true, false, true, 60, Instant.EPOCH)));
    Golden.assertEquals("doctor.ascii.txt", text(new Look(true, false, false, 90, Instant.EPOCH)));
    Golden.assertEquals("doctor.pipe.txt", text(Look.plain(Instant.EPOCH)));
    Golden.assertEquals(
        "doctor.json",
        Json.document(
                "Doctor",
                new Fields()
                    .with("healthy", false)
                    .with("checks", CHECKS.stream().map(Check::fields).toList())
                    .map())
            + "\n");
  }

  private static String text(Look look) {
    return String.join("\n", DoctorPage.lines(look, CHECKS)) + "\n";
  }
}
