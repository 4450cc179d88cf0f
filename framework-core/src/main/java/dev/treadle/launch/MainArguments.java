package dev.treadle.launch;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of a pipeline's own {@code main}: those of {@code treadle run} that make sense in one process. */
public final class MainArguments {
  private static final String USAGE =
      "options: -p KEY=VALUE…  --params FILE  --no-cache  --max-parallel N  --seed N  --tag KEY=VALUE…  --store DIR";

  private final Map<String, String> params = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable String paramsFile;
  private @Nullable String store;
  private @Nullable Integer maxParallel;
  private @Nullable Long seed;
  private boolean noCache;

  private MainArguments() {}

  /**
   * Reads arguments.
   *
   * @throws TreadleException PARAM-110 with all problems and the options there are
   */
  public static LaunchRequest parse(Class<?> pipeline, String... args) {
    MainArguments arguments = new MainArguments();
    Iterator<String> rest = Arrays.asList(args).iterator();
    while (rest.hasNext()) {
      arguments.take(rest.next(), rest);
    }
    if (!arguments.problems.isEmpty()) {
      throw new TreadleException(
          CoreProblem.PARAM_INVALID, String.join("\n", arguments.problems) + "\n" + USAGE);
    }
    return arguments.request(pipeline);
  }

  private LaunchRequest request(Class<?> pipeline) {
    Path directory = StoreLocation.find(Optional.ofNullable(store).map(Path::of));
    return new LaunchRequest(
        directory.toString(),
        Path.of("").toAbsolutePath().toString(),
        pipeline.getName(),
        params,
        paramsFile,
        noCache,
        maxParallel,
        seed,
        tags,
        true,
        null);
  }

  private void take(String argument, Iterator<String> rest) {
    int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
    String name = equals < 0 ? argument : argument.substring(0, equals);
    @Nullable String attached = equals < 0 ? null : argument.substring(equals + 1);
    switch (name) {
      case "-p", "--param" -> pair("-p", value(name, attached, rest), params);
      case "--tag" -> pair("--tag", value(name, attached, rest), tags);
      case "--params" -> paramsFile = value(name, attached, rest);
      case "--store" -> store = value(name, attached, rest);
      case "--no-cache" -> noCache = true;
      case "--max-parallel" ->
        maxParallel = Math.toIntExact(number(name, value(name, attached, rest), 1));
      case "--seed" -> seed = number(name, value(name, attached, rest), Long.MIN_VALUE);
      default -> problems.add("unknown option '" + argument + "'");
    }
  }

  private void pair(String name, String text, Map<String, String> pairs) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      problems.add(name + " needs KEY=VALUE, got '" + text + "'");
    } else {
      pairs.put(text.substring(0, equals), text.substring(equals + 1));
    }
  }

  private String value(String name, @Nullable String attached, Iterator<String> rest) {
    if (attached != null) {
      return attached;
    }
    if (rest.hasNext()) {
      return rest.next();
    }
    problems.add(name + " needs a value");
    return "";
  }

  private long number(String name, String text, long least) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && (least == Long.MIN_VALUE || number <= Integer.MAX_VALUE)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    problems.add(
        name + " needs a whole number" + (least == 1 ? " from 1 on" : "") + ", got '" + text + "'");
    return 1;
  }
}
