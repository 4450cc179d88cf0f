package dev.treadle.launch;

import dev.treadle.api.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do with one step.
 *
 * @param step the step's name
 * @param mapIndex the item in a map, -1 outside of maps and where the items are not known yet
 * @param reason why, as one line
 * @param cachedFrom the run that computed the result which would be used, null unless cached
 * @param dependsOn the steps whose results decide, empty unless the outlook is unknown
 * @param retries how often a failed attempt would be tried again
 * @param timeoutMs the longest that one attempt may take, null for no limit
 * @param resources what was asked for; zeros where nothing was
 */
public record PlannedStep(
    String step,
    int mapIndex,
    Outlook outlook,
    String reason,
    @Nullable Long cachedFrom,
    List<String> dependsOn,
    int retries,
    @Nullable Long timeoutMs,
    Resources resources) {

  /** What a run would do. */
  public enum Outlook {
    /** It would run. */
    RUN,
    /** A stored result would be used. */
    CACHED,
    /** Its branch goes the other way. */
    SKIPPED,
    /** It hangs on results that nobody has yet. */
    UNKNOWN,
    /** It would fail before it could start. */
    FAIL,
    /** It would not run, as something that it needs fails. */
    NOT_RUN
  }

  public PlannedStep {
    dependsOn = List.copyOf(dependsOn);
  }

  /** {@code trial[3]}. */
  public String label() {
    return mapIndex < 0 ? step : step + "[" + mapIndex + "]";
  }
}
