package dev.treadle.event;

import dev.treadle.api.run.RunEvent;
import dev.treadle.api.run.RunListener;
import dev.treadle.api.run.StepStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;

/** A run as one line for each event: for logs of build servers and for other programs. Progress is left out. */
public final class EventLines implements RunListener {
  private final Consumer<String> sink;
  private long number;

  /** Gives each line, without its end, to the sink. */
  public EventLines(Consumer<String> sink) {
    this.sink = sink;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.RunStarted started) {
      number = started.number();
      print(
          started.at(),
          "pipeline=" + value(started.pipeline()) + " state=started seed=" + started.seed());
    } else if (event instanceof RunEvent.MapExpanded expanded) {
      print(
          expanded.at(),
          "map=" + value(expanded.map()) + " state=expanded items=" + expanded.items());
    } else if (event instanceof RunEvent.StepStarted started) {
      print(
          started.at(),
          step(started.step(), started.mapIndex()) + " state=started attempt=" + started.attempt());
    } else if (event instanceof RunEvent.StepRetried retried) {
      print(
          retried.at(),
          step(retried.step(), retried.mapIndex()) + " state=retrying attempt=" + retried.attempt()
              + (retried.pauseMs() == 0 ? "" : " pause-ms=" + retried.pauseMs()) + " error="
              + value(retried.failure().shortText()));
    } else if (event instanceof RunEvent.StepEnded ended) {
      print(ended.at(), step(ended.step(), ended.mapIndex()) + ended(ended));
    } else if (event instanceof RunEvent.ListenerFailed failed) {
      print(
          failed.at(),
          "listener=" + value(failed.listener()) + " state=failed at=" + failed.heard() + " error="
              + value(failed.failure().shortText()));
    } else if (event instanceof RunEvent.RunEnded ended) {
      print(
          ended.at(),
          "state=" + ended.status().name().toLowerCase(Locale.ROOT) + " ms=" + ended.tookMs()
              + (ended.error() == null ? "" : " error=" + value(ended.error())));
    }
  }

  /** The status as it stands in a line. */
  public static String word(StepStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String ended(RunEvent.StepEnded step) {
    StringBuilder line = new StringBuilder(" state=").append(word(step.status()));
    line.append(" ms=").append(step.tookMs());
    if (step.status() == StepStatus.CACHED) {
      line.append(" cache=hit");
      if (step.cachedFrom() != null) {
        line.append(" from=").append(step.cachedFrom());
      }
    } else if (step.status() == StepStatus.COMPLETED) {
      line.append(" cache=miss");
    }
    if (!step.reason().isEmpty()) {
      line.append(" reason=").append(value(step.reason()));
    }
    if (!step.summary().isEmpty()) {
      line.append(" summary=").append(value(step.summary()));
    }
    if (step.failure() != null) {
      line.append(" error=").append(value(step.failure().shortText()));
    }
    return line.toString();
  }

  private void print(Instant at, String line) {
    sink.accept(at.truncatedTo(ChronoUnit.SECONDS) + " run=" + number + " " + line);
  }

  private static String step(String step, int mapIndex) {
    return "step=" + value(mapIndex < 0 ? step : step + "[" + mapIndex + "]");
  }

  /** A value as it stands in a line: made harmless, and quoted where it has to be. */
  public static String value(String text) {
    String safe = SafeText.neutralised(text);
    return safe.matches("[\\p{L}\\p{N}_./@#:+\\[\\]-]+")
        ? safe
        : '"' + safe.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
