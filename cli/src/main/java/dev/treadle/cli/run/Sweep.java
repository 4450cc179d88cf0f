package dev.treadle.cli.run;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * The settings of {@code --sweep}: parameters with several values each, crossed. {@code lr=0.01,0.1 x depth=3..9} are fourteen
 * settings, the last parameter changing fastest.
 */
record Sweep(Map<String, List<String>> axes) {
  private static final int MOST = 1000;
  private static final Pattern CROSS = Pattern.compile("\\s+[x×]\\s+");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern RANGE = Pattern.compile("(-?\\d{1,18})\\.\\.(-?\\d{1,18})");
  private static final String FIX =
      "\nfix: write parameters with their values, as in 'lr=0.01,0.1 x depth=3..9'";

  /**
   * Reads what was typed.
   *
   * @throws TreadleException CLI-800 with all that is wrong
   */
  static Sweep parse(String text) {
    Map<String, List<String>> axes = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (String axis : CROSS.split(text.strip(), -1)) {
      int equals = axis.indexOf('=');
      if (equals < 1 || equals == axis.length() - 1) {
        problems.add("'" + axis + "' is no parameter with values");
        continue;
      }
      List<String> values = values(axis.substring(equals + 1), problems);
      if (axes.putIfAbsent(axis.substring(0, equals).strip(), values) != null) {
        problems.add("'" + axis.substring(0, equals).strip() + "' is there twice");
      }
    }
    Sweep sweep = new Sweep(axes);
    if (problems.isEmpty() && sweep.size() > MOST) {
      problems.add("it makes more than " + MOST + " runs; several sweeps may share the work");
    }
    if (!problems.isEmpty()) {
      throw new TreadleException(
          CliProblem.USAGE, "--sweep was not understood: " + String.join("\n", problems) + FIX);
    }
    return sweep;
  }

  private static List<String> values(String text, List<String> problems) {
    Set<String> values = new LinkedHashSet<>();
    for (String value : COMMA.split(text, -1)) {
      Matcher range = RANGE.matcher(value.strip());
      if (!range.matches()) {
        values.add(value.strip());
        continue;
      }
      long first = Long.parseLong(range.group(1));
      long last = Long.parseLong(range.group(2));
      if (first > last) {
        problems.add("'" + value.strip() + "' goes down; ranges go up");
      } else {
        LongStream.rangeClosed(first, Math.min(last, first + MOST))
            .forEach(each -> values.add(Long.toString(each)));
      }
    }
    return List.copyOf(values);
  }

  /** How many settings there are, at most {@link Long#MAX_VALUE}. */
  private long size() {
    long size = 1;
    for (List<String> values : axes.values()) {
      size = size > MOST ? size : size * values.size();
    }
    return size;
  }

  /** The parameters of each run, in order. */
  List<Map<String, String>> settings() {
    List<Map<String, String>> settings = List.of(Map.of());
    for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
      List<Map<String, String>> crossed = new ArrayList<>();
      for (Map<String, String> setting : settings) {
        for (String value : axis.getValue()) {
          Map<String, String> more = new LinkedHashMap<>(setting);
          more.put(axis.getKey(), value);
          crossed.add(more);
        }
      }
      settings = crossed;
    }
    return settings;
  }
}
