package dev.treadle.cli.curation;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tags on a line. */
public final class TagText {
  private TagText() {}

  /** {@code reviewed=yes  team=risk}. */
  public static String of(Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream()
            .map(tag -> tag.getKey() + "=" + tag.getValue())
            .collect(Collectors.joining("  "));
  }
}
