package dev.treadle.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.Failure;
import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.cli.Golden;
import dev.treadle.cli.output.Sink;
import dev.treadle.cli.terminal.Look;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveViewTest {
  private static final UUID RUN = new UUID(0, 7);
  private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
  private static final Clock CLOCK = Clock.fixed(START.plusMillis(2500), ZoneOffset.UTC);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsFinishedLinesAndRedrawsTheRest(boolean unicode) {
    LiveView view = view(unicode, 80, 24);

    view.on(started("load", "trial", "report"), "");
    view.on(ended("load", -1, StepStatus.CACHED, 0, 5L, "1,000 rows", null), "");
    view.on(new RunEvent.MapExpanded(RUN, START, "sweep", List.of("trial"), 3), "");
    view.on(begun("trial", 0), "");
    view.on(begun("trial", 1), "");
    view.on(ended("trial", 0, StepStatus.COMPLETED, 700, null, "", null), "");
    view.printed("a library says \u001b[2J");
    view.on(
        ended("trial", 1, StepStatus.FAILED, 900, null, "", new Failure("x.BadDepth", "was 0", "")),
        "");
    view.on(begun("trial", 2), "");
    view.on(new RunEvent.StepProgress(RUN, START, "trial", 2, 12, 40), "");
    view.on(ended("trial", 2, StepStatus.COMPLETED, 900, null, "", null), "");
    view.on(ended("report", -1, StepStatus.NOT_RUN, 0, null, "", null), "");
    view.on(new RunEvent.RunEnded(RUN, START, RunStatus.FAILED, 2500, Map.of(), "trial[1]"), "");

    Golden.assertEquals(unicode ? "live.txt" : "live-ascii.txt", raw());
    Golden.assertEquals(unicode ? "live-screen.txt" : "live-screen-ascii.txt", screen());
  }

  @Test
  void aMapThatWasCancelledIsNotShownAsDone() {
    LiveView view = view(true, 80, 24);
    Failure cancelled =
        new Failure("dev.treadle.run.failure.RunCancelledException", "cancelled", "");

    view.on(started("trial"), "");
    view.on(new RunEvent.MapExpanded(RUN, START, "sweep", List.of("trial"), 2), "");
    view.on(begun("trial", 0), "");
    view.on(begun("trial", 1), "");
    view.on(ended("trial", 0, StepStatus.COMPLETED, 700, null, "best 3", null), "");
    view.on(ended("trial", 1, StepStatus.CANCELLED, 900, null, "", cancelled), "");
    view.on(new RunEvent.RunEnded(RUN, START, RunStatus.CANCELLED, 2500, Map.of(), null), "");

    assertThat(screen()).contains("  – trial ×2").contains("1 ✔ 0 ✘").doesNotContain("Exception");
  }

  @Test
  void aMapOfWhichNothingRanIsShownLikeAStep() {
    LiveView view = view(true, 80, 24);

    view.on(started("trial", "score"), "");
    view.on(new RunEvent.MapExpanded(RUN, START, "sweep", List.of("trial", "score"), 2), "");
    view.on(ended("trial", 0, StepStatus.CACHED, 0, 5L, "best 3", null), "");
    view.on(ended("trial", 1, StepStatus.CACHED, 0, 7L, "best 4", null), "");
    view.on(ended("score", 0, StepStatus.CACHED, 0, 7L, "3", null), "");
    view.on(ended("score", 1, StepStatus.CACHED, 0, 7L, "4", null), "");
    view.on(new RunEvent.RunEnded(RUN, START, RunStatus.COMPLETED, 2500, Map.of(), null), "");

    assertThat(screen())
        .contains("  ◌ trial ×2  cached    from 2 runs, #5 to #7\n")
        .contains("  ◌ score ×2  cached    from #7\n");
  }

  @Test
  void neverDrawsMoreThanTheScreenHolds() {
    LiveView view = view(true, 40, 10);
    String[] steps = new String[30];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = "a-step-with-a-name-that-is-rather-long-" + i;
    }

    view.on(started(steps), "");
    for (String step : steps) {
      view.on(begun(step, -1), "");
    }
    bytes.reset();
    view.tick();

    List<String> drawn = raw().substring(raw().indexOf('J') + 1).lines().toList();
    assertThat(raw()).startsWith("\u001b[9A\r\u001b[J");
    assertThat(drawn).hasSizeLessThan(10).allMatch(line -> line.length() <= 40);
    assertThat(raw()).contains("and 23 more");
  }

  private LiveView view(boolean unicode, int width, int height) {
    Look look = new Look(true, false, unicode, width, CLOCK.instant());
    return new LiveView(new Sink(bytes, StandardCharsets.UTF_8), look, height, CLOCK);
  }

  private String raw() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** What a terminal shows in the end. */
  private String screen() {
    List<String> lines = new ArrayList<>();
    String rest = raw();
    while (!rest.isEmpty()) {
      if (rest.startsWith("\u001b[")) {
        int up = Integer.parseInt(rest.substring(2, rest.indexOf('A')));
        lines.subList(lines.size() - up, lines.size()).clear();
        rest = rest.substring(rest.indexOf('J') + 1);
      } else {
        lines.add(rest.substring(0, rest.indexOf('\n')));
        rest = rest.substring(rest.indexOf('\n') + 1);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static RunEvent started(String... steps) {
    return new RunEvent.RunStarted(
        RUN, START, 42, "sweep", List.of(steps), "{}", "local", "3f9c2ab", 17);
  }

  private static RunEvent begun(String step, int index) {
    return new RunEvent.StepStarted(RUN, START.plusMillis(500), step, index, 1, "first run");
  }

  private static RunEvent ended(
      String step,
      int index,
      StepStatus status,
      long ms,
      Long from,
      String summary,
      Failure failure) {
    return new RunEvent.StepEnded(
        RUN,
        START.plusMillis(500 + ms),
        step,
        index,
        status,
        ms,
        "",
        from,
        summary,
        Map.of(),
        failure);
  }
}
