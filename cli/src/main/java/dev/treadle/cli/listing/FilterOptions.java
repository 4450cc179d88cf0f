package dev.treadle.cli.listing;

import dev.treadle.query.Filter;
import dev.treadle.query.FilterParser;
import dev.treadle.query.FilterTarget;
import dev.treadle.query.FilterValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to list. */
public final class FilterOptions {
  @Option(
      names = {"-w", "--where"},
      paramLabel = "FILTER",
      description = "such as 'status=failed param.lr>0.05'; treadle help filters")
  String where = "";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "not older than 7d, 90m, 2026-11-01")
  @Nullable
  String since;

  @Option(names = "--pipeline", paramLabel = "NAME", description = "of one pipeline")
  @Nullable
  String pipeline;

  @Option(
      names = "--tag",
      paramLabel = "KEY=VALUE",
      description = "with that tag; may be given more than once")
  Map<String, String> tags = new LinkedHashMap<>();

  /** The filter and its shorthands together. */
  public Filter filter(FilterTarget target, Instant now) {
    Filter all = FilterParser.parse(where, target, now);
    if (since != null) {
      String field = target == FilterTarget.RUNS ? "started" : "created";
      all = all.and(shorthand(field + ">=", since, target, now));
    }
    if (pipeline != null) {
      all = all.and(shorthand("pipeline=", pipeline, target, now));
    }
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      all = all.and(shorthand("tag." + tag.getKey() + "=", tag.getValue(), target, now));
    }
    return all;
  }

  /**
   * The moment that {@code --since} means.
   *
   * @throws dev.treadle.error.TreadleException when the text is no time
   */
  public static Instant moment(String since, Instant now) {
    if (shorthand("started>=", since, FilterTarget.RUNS, now) instanceof Filter.Comparison started
        && started.value() instanceof FilterValue.Time time) {
      return time.from();
    }
    throw new IllegalStateException("A comparison with a time was read as something else");
  }

  /** A comparison with a value as it is. */
  static Filter shorthand(String left, String value, FilterTarget target, Instant now) {
    String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return FilterParser.parse(left + "\"" + quoted + "\"", target, now);
  }
}
