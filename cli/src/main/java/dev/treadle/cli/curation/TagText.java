package dev.treadle.cli.curation;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tags on a line. */
public final class TagText {
  private TagText() {}

  /**
   * Reads {@code key=value} pairs.
   *
   * @throws TreadleException CLI-800 for one that is no tag
   */
  public static Map<String, String> parse(List<String> pairs) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals <= 0 || pair.substring(0, equals).chars().anyMatch(Character::isWhitespace)) {
        throw new TreadleException(
            CliProblem.USAGE,
            "'" + pair + "' is no tag\nfix: write KEY=VALUE, the key without blanks");
      }
      tags.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return tags;
  }

  /** {@code reviewed=yes  team=risk}. */
  public static String of(Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream()
            .map(tag -> tag.getKey() + "=" + tag.getValue())
            .collect(Collectors.joining("  "));
  }
}
