package dev.treadle.cli.launch;

import dev.treadle.api.run.RunEvent;
import dev.treadle.cli.output.Sink;
import dev.treadle.cli.terminal.Glyph;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A run on a terminal. The line of a finished step is printed once and scrolls away; below it, as many running steps as the
 * screen holds are redrawn in place.
 */
final class LiveView implements RunView {
  private static final String UP = "\u001b[%dA";
  private static final String ERASE_BELOW = "\r\u001b[J";
  /** Lines beside the running steps: those left out, the footer, and the one that the cursor is on. */
  private static final int OTHER_LINES = 3;

  private final Sink sink;
  private final Look look;
  private final int height;
  private final Clock clock;
  private final Map<String, StepRow> rows = new LinkedHashMap<>();
  private final Set<StepRow> printed = new LinkedHashSet<>();
  private Instant startedAt = Instant.EPOCH;
  private long number;
  private int drawn;

  LiveView(Sink sink, Look look, int height, Clock clock) {
    this.sink = sink;
    this.look = look;
    this.height = height;
    this.clock = clock;
  }

  @Override
  public void on(RunEvent event, String line) {
    List<String> done = new ArrayList<>();
    if (event instanceof RunEvent.RunStarted started) {
      started.steps().forEach(this::row);
      startedAt = started.at();
      number = started.number();
      done.add(header(started));
    } else if (event instanceof RunEvent.MapExpanded expanded) {
      expanded.steps().forEach(step -> row(step).expand(expanded.items()));
    } else if (event instanceof RunEvent.StepStarted started) {
      row(started.step()).start(started.at());
    } else if (event instanceof RunEvent.StepProgress progress) {
      row(progress.step()).progress(progress.done(), progress.total());
    } else if (event instanceof RunEvent.StepRetried retried) {
      row(retried.step()).retried(retried);
    } else if (event instanceof RunEvent.StepEnded ended) {
      StepRow row = row(ended.step());
      row.end(ended);
      if (row.isFinished() && printed.add(row)) {
        done.add(row.line(look, labelWidth(), clock.instant()));
      }
    } else if (event instanceof RunEvent.ListenerFailed failed) {
      done.add(look.line(Text.of(
          "! listener " + failed.listener() + " failed at " + failed.heard() + ": "
              + failed.failure().shortText(),
          Style.WARNING)));
    } else if (event instanceof RunEvent.RunEnded) {
      rows.values().stream()
          .filter(row -> row.isBegun() && printed.add(row))
          .forEach(row -> done.add(row.line(look, labelWidth(), clock.instant())));
      rows.clear();
    }
    redraw(done);
  }

  @Override
  public void printed(String line) {
    redraw(List.of(look.line(Text.of(line, Style.DIM))));
  }

  @Override
  public void tick() {
    redraw(List.of());
  }

  @Override
  public void end() {
    rows.clear();
    redraw(List.of());
  }

  /** One write, so that a screen never shows half of it. */
  private void redraw(List<String> above) {
    List<String> below = rows.isEmpty() ? List.of() : running();
    if (above.isEmpty() && below.isEmpty() && drawn == 0) {
      return;
    }
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      text.append(UP.formatted(drawn)).append(ERASE_BELOW);
    }
    above.forEach(line -> text.append(line).append('\n'));
    below.forEach(line -> text.append(line).append('\n'));
    drawn = below.size();
    sink.print(text.toString());
  }

  private List<String> running() {
    Instant now = clock.instant();
    List<StepRow> active =
        rows.values().stream().filter(row -> row.isBegun() && !row.isFinished()).toList();
    int most = Math.max(1, height - OTHER_LINES);
    List<String> lines = new ArrayList<>();
    active.stream().limit(most).forEach(row -> lines.add(row.line(look, labelWidth(), now)));
    if (active.size() > most) {
      lines.add(look.line(Text.of("  and " + (active.size() - most) + " more", Style.DIM)));
    }
    long done = rows.values().stream().filter(StepRow::isFinished).count();
    long took = Math.max(0, Duration.between(startedAt, now).toMillis());
    lines.add(look.fitted(
        Text.of(done + " of " + rows.size() + " done · " + Quantity.took(took)),
        Text.of("   logs: treadle run logs " + number, Style.DIM)));
    return lines;
  }

  private String header(RunEvent.RunStarted run) {
    String commit = run.commit().isEmpty() ? "" : " · commit " + run.commit();
    return look.fitted(
        look.glyph(Glyph.BUSY),
        Text.of(" " + run.pipeline() + " #" + run.number(), Style.BOLD),
        Text.of("   stack " + run.stack() + commit + " · seed " + run.seed(), Style.DIM));
  }

  private int labelWidth() {
    return rows.values().stream()
        .mapToInt(row -> Text.of(row.label()).width())
        .max()
        .orElse(0);
  }

  private StepRow row(String step) {
    return rows.computeIfAbsent(step, StepRow::new);
  }
}
