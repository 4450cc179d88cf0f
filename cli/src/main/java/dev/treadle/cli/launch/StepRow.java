package dev.treadle.cli.launch;

import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.StepStatus;
import dev.treadle.cli.terminal.Glyph;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.event.EventLines;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of a step while its run goes on; all items of a map are one row. */
final class StepRow {
  private static final int TOOK_WIDTH = 10;
  private static final int ASCII_GLYPH_WIDTH = 7;

  private final String step;
  private final Map<StepStatus, Integer> ended = new EnumMap<>(StepStatus.class);
  private int items = 1;
  private boolean mapped;
  private int running;
  private @Nullable Instant startedAt;
  private @Nullable Instant endedAt;
  private long tookMs;
  private String detail = "";
  private String progress = "";
  private final SortedSet<Long> cachedFrom = new TreeSet<>();

  StepRow(String step) {
    this.step = step;
  }

  void expand(int count) {
    mapped = true;
    items = count;
  }

  void start(Instant at) {
    running++;
    startedAt = startedAt == null ? at : startedAt;
  }

  void progress(long done, long total) {
    progress = total > 0 ? done + "/" + total : Long.toString(done);
  }

  void retried(RunEvent.StepRetried event) {
    running = Math.max(0, running - 1);
    progress = "attempt " + event.attempt() + " failed"
        + (event.pauseMs() == 0 ? "" : ", again in " + Quantity.took(event.pauseMs())) + ": "
        + event.failure().shortText();
  }

  void end(RunEvent.StepEnded event) {
    running = Math.max(0, running - 1);
    ended.merge(event.status(), 1, Integer::sum);
    endedAt = event.at();
    tookMs = event.tookMs();
    if (event.cachedFrom() != null) {
      cachedFrom.add(event.cachedFrom());
    }
    if (event.status() == StepStatus.FAILED || !ended.containsKey(StepStatus.FAILED)) {
      detail = detail(event);
    }
  }

  /**
   * The failure of a map says more than the items that never ran after it; what one of many items gave says nothing of the
   * others.
   */
  private String detail(RunEvent.StepEnded event) {
    if (event.failure() != null && event.status() == StepStatus.FAILED) {
      return event.failure().shortText();
    }
    if (mapped && (ran(event.status()) || event.status() == StepStatus.CACHED)) {
      return "";
    }
    return event.summary().isEmpty() && !ran(event.status()) ? event.reason() : event.summary();
  }

  boolean isRunning() {
    return running > 0;
  }

  boolean isFinished() {
    return !ended.isEmpty() && count() >= items;
  }

  /** Whether it began, in a map perhaps for some items only. */
  boolean isBegun() {
    return running > 0 || !ended.isEmpty();
  }

  int count() {
    return ended.values().stream().mapToInt(Integer::intValue).sum();
  }

  String label() {
    return mapped ? step + " ×" + items : step;
  }

  String line(Look look, int labelWidth, Instant now) {
    Text label = Text.of(label());
    Text glyph = look.glyph(glyph());
    Text took = took(now);
    return look.fitted(
            Text.of("  "),
            glyph,
            blanks(look.unicode() ? 1 : ASCII_GLYPH_WIDTH - glyph.width()),
            label,
            blanks(labelWidth - label.width() + 2),
            took,
            blanks(TOOK_WIDTH - took.width()),
            Text.of(mapped && !isOneFate() ? counts() : from()),
            Text.of(isFinished() ? detail : progress.isEmpty() ? "…" : progress))
        .stripTrailing();
  }

  private static Text blanks(int count) {
    return Text.of(" ".repeat(Math.max(1, count)));
  }

  private Glyph glyph() {
    if (!isFinished()) {
      return isBegun() ? Glyph.BUSY : Glyph.WAITING;
    }
    if (ended.containsKey(StepStatus.FAILED)) {
      return Glyph.FAILED;
    }
    if (ended.containsKey(StepStatus.CANCELLED)) {
      return Glyph.NONE;
    }
    return ended.containsKey(StepStatus.COMPLETED)
        ? Glyph.DONE
        : Glyph.of(ended.keySet().iterator().next());
  }

  /** Whether no item ran, all for the same reason: it is told as that of a single step. */
  private boolean isOneFate() {
    return isFinished()
        && (ended.keySet().equals(Set.of(StepStatus.CACHED))
            || ended.keySet().equals(Set.of(StepStatus.NOT_RUN))
            || ended.keySet().equals(Set.of(StepStatus.SKIPPED)));
  }

  private Text took(Instant now) {
    if (mapped && !isOneFate()) {
      Instant until = isFinished() && endedAt != null ? endedAt : now;
      return Text.of(startedAt == null ? "" : Quantity.took(millis(startedAt, until)));
    }
    if (!isFinished()) {
      return Text.of(startedAt == null ? "" : Quantity.took(millis(startedAt, now)));
    }
    StepStatus status = ended.keySet().iterator().next();
    return ran(status)
        ? Text.of(Quantity.took(tookMs))
        : Text.of(EventLines.word(status).replace('-', ' '), Style.DIM);
  }

  private static long millis(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis());
  }

  private static boolean ran(StepStatus status) {
    return status == StepStatus.COMPLETED || status == StepStatus.FAILED;
  }

  private String from() {
    if (!isFinished() || cachedFrom.isEmpty()) {
      return "";
    }
    return cachedFrom.size() == 1
        ? "from #" + cachedFrom.first() + "   "
        : "from " + cachedFrom.size() + " runs, #" + cachedFrom.first() + " to #"
            + cachedFrom.last() + "   ";
  }

  private String counts() {
    int cached = ended.getOrDefault(StepStatus.CACHED, 0);
    int good = ended.getOrDefault(StepStatus.COMPLETED, 0);
    int bad = ended.getOrDefault(StepStatus.FAILED, 0);
    return good + " ✔ " + bad + " ✘" + (cached > 0 ? " " + cached + " ◌" : "") + "   ";
  }
}
