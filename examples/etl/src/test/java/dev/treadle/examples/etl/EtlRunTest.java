package dev.treadle.examples.etl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jerolba.carpet.CarpetReader;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.FileRef;
import dev.treadle.api.data.Table;
import dev.treadle.testing.HarnessRun;
import dev.treadle.testing.PipelineHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EtlRunTest {
  record Flight(
      long flight, LocalDate day, String origin, String destination, int distance, int delay) {}

  @RegisterExtension
  final PipelineHarness harness = PipelineHarness.inMemory();

  @TempDir
  Path folder;

  @Test
  void sumsAYearByRouteAndMonth() {
    var run = harness.run(new EtlPipeline());

    assertThat(run).succeeded();
    Table routes = run.output("join", Table.class);
    assertThat(routes.size()).isEqualTo(12 * 15);
    run.step("profile").metric("flights").isEqualTo(30_000);
    run.step("profile").metric("mean-delay").isCloseTo(30.0, within(1.0));
    run.step("extract[0]").logged("256MB");
  }

  @Test
  void oneMoreMonthRunsThatMonthOnly() {
    harness.run(new EtlPipeline(), "months=2");
    var run = harness.run(new EtlPipeline(), "months=3");

    assertThat(run)
        .succeeded()
        .ran("months", "extract[2]", "check[2]", "aggregate[2]", "join", "profile")
        .cached("extract[0]", "extract[1]", "check[0]", "check[1]", "aggregate[0]", "aggregate[1]");
  }

  @Test
  void theSameMonthsGiveTheSameBytes() {
    List<String> once = digests(harness.run(new EtlPipeline(), "months=2"));
    harness.close();
    List<String> again = digests(harness.maxParallel(2).run(new EtlPipeline(), "months=2"));

    assertThat(again).isEqualTo(once).doesNotHaveDuplicates();
  }

  @Test
  void aBrokenRuleNamesItselfAndTheFirstFlights() {
    var run = harness.run(new EtlPipeline(), "months=1", "maxDelay=115");

    assertThat(run).failed();
    run.step("check[0]").failedWith(BadDataException.class, " of 2500 rows: delay > 115 (flights ");
    run.step("join").didNotRun();
  }

  @Test
  void allBrokenRulesAreToldAtOnce() throws Exception {
    Path csv = Files.writeString(folder.resolve("flights.csv"), """
        flight,day,origin,destination,distance,delay
        17,2026-01-03,AMS,JFK,-1,5
        18,2026-01-04,AMS,,5860,400
        """);

    var run = harness.run(new EtlPipeline(), "months=1", "source=" + csv);

    run.step("check[0]")
        .failedWith(
            BadDataException.class,
            "[ETL-DATA] 1 of 2 rows: destination is missing (flights 18); "
                + "1 of 2 rows: distance < 0 (flights 17); 1 of 2 rows: delay > 120 (flights 18)");
  }

  @Test
  void aChangedSourceIsReadAgain() throws Exception {
    String header = "flight,day,origin,destination,distance,delay\n";
    Path csv =
        Files.writeString(folder.resolve("flights.csv"), header + "1,2026-01-03,AMS,JFK,5860,5\n");
    String[] params = {"months=1", "source=" + csv};

    harness.run(new EtlPipeline(), params).step("extract").ran();
    harness.run(new EtlPipeline(), params).step("extract").wasCached();
    Files.writeString(csv, header + "1,2026-01-03,AMS,JFK,5860,6\n");
    var changed = harness.run(new EtlPipeline(), params);

    changed.step("extract").ran();
    changed.step("profile").metric("mean-delay").isEqualTo(6.0);
  }

  @Test
  void anotherReaderOfParquetReadsTheSame() throws Exception {
    Path month = ExtractSteps.cut(StepContext.noop(), YearMonth.of(2026, 1), flights());

    List<Flight> rows =
        new CarpetReader<>(month.resolve("part-0.parquet").toFile(), Flight.class).toList();

    assertThat(rows)
        .containsExactly(new Flight(1, LocalDate.of(2026, 1, 3), "AMS", "JFK", 5860, 5));
  }

  private FileRef flights() throws Exception {
    return new FileRef(Files.writeString(folder.resolve("flights.csv"), """
        flight,day,origin,destination,distance,delay
        1,2026-01-03,AMS,JFK,5860,5
        2,2026-02-03,AMS,JFK,5860,5
        """));
  }

  private static List<String> digests(HarnessRun run) {
    assertThat(run).succeeded();
    return IntStream.range(0, 2)
        .mapToObj(i -> run.version("extract[" + i + "]", "result").digest())
        .toList();
  }
}
