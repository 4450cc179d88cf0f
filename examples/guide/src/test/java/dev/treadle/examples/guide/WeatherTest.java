package dev.treadle.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.data.Table;
import dev.treadle.testing.PipelineHarness;
import dev.treadle.testing.RecordingStepContext;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WeatherTest {
  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @Test
  void countsDaysOfFrost() {
    var context = new RecordingStepContext();
    var day = LocalDate.of(2026, 1, 5);
    var readings =
        List.of(new Weather.Reading("Oslo", day, -3.0), new Weather.Reading("Oslo", day, 1.0));

    var summary = Weather.summarise(context, readings, "Oslo", 0.0, 1);

    assertThat(summary).isEqualTo(new Weather.Summary("Oslo", -1.0, 1));
    assertThat(context.lastMetrics()).containsEntry("mean", -1.0);
  }

  @Test
  void runsAgainOnlyWhatAParameterTouches() {
    harness.run(new Weather());
    var run = harness.run(new Weather(), "frost=-3.0");

    assertThat(run)
        .succeeded()
        .cached("read", "stations")
        .ran("summarise[0]", "summarise[1]", "summarise[2]", "report");
    run.step("report").metric("frost-days").isEqualTo(5);
  }

  @Test
  void aStationWithTooFewReadingsFailsTheRun() {
    var run = harness.run(new Weather(), new Weather.Params(0.0, 4));

    assertThat(run).failed();
    run.step("summarise[2]")
        .failedWith(IllegalArgumentException.class, "Tromso has 3 of 4 readings");
    run.step("report").didNotRun();
  }

  @Test
  void reportsWhatTheStationsGave() {
    var run = harness
        .replace(Weather::summarise)
        .with((context, readings, station, frost, days) -> new Weather.Summary(station, 0.0, 7))
        .run(new Weather());

    assertThat(run.output("report", Table.class).toRecords(Weather.Summary.class))
        .hasSize(3)
        .allMatch(summary -> summary.frostDays() == 7);
  }
}
