package dev.treadle.launch;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the process of one attempt is asked to do.
 *
 * @param project the project's folder
 * @param store the folder of the stores
 * @param run the run's id
 * @param mapIndex the item's index, -1 outside a map
 * @param attempt from 1
 * @param reason why it runs and was not taken from the cache, null when whoever asks does not know
 * @param supervised whether whoever started the process holds its standard input open as long as the step is wanted
 */
public record StepArguments(
    Path project,
    Path store,
    UUID run,
    String step,
    int mapIndex,
    int attempt,
    @Nullable String reason,
    boolean supervised) {
  private static final String USAGE =
      "usage: StepMain --project DIR --store DIR --run-key RUN --step NAME [--map-index I] --attempt N [--reason TEXT] [--supervised]";

  /**
   * Reads arguments.
   *
   * @throws TreadleException PARAM-110 when one is missing or is not what it has to be
   */
  static StepArguments parse(List<String> arguments) {
    Map<String, String> given = new HashMap<>();
    boolean supervised = false;
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).equals("--supervised")) {
        supervised = true;
      } else if (i + 1 < arguments.size()) {
        given.put(arguments.get(i), arguments.get(++i));
      }
    }
    try {
      return new StepArguments(
          Path.of(require(given, "--project")),
          Path.of(require(given, "--store")),
          UUID.fromString(require(given, "--run-key")),
          require(given, "--step"),
          Integer.parseInt(given.getOrDefault("--map-index", "-1")),
          Integer.parseInt(require(given, "--attempt")),
          given.get("--reason"),
          supervised);
    } catch (IllegalArgumentException e) {
      throw new TreadleException(CoreProblem.PARAM_INVALID, e.getMessage() + "\n" + USAGE, e);
    }
  }

  private static String require(Map<String, String> given, String name) {
    String value = given.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
