package dev.treadle.launch;

import dev.treadle.api.run.StepSelection;
import dev.treadle.config.Setting;
import dev.treadle.config.Settings;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.TimeoutText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of a pipeline's own {@code main}: those of {@code treadle run} that make sense in one process. */
public final class MainArguments {
  private static final String USAGE =
      "options: -p KEY=VALUE…  --params FILE  --no-cache [STEP…]  --dry-run  --max-parallel N  --seed N"
          + "  --timeout TIME  --fail-fast | --keep-going  --tag KEY=VALUE…  --store DIR"
          + "  --from STEP…  --to STEP…  --only STEP…  --skip STEP…  --with-inputs-of RUN";

  private final Map<String, String> params = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Map<String, List<String>> selection = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable String paramsFile;
  private @Nullable String store;
  private @Nullable Integer maxParallel;
  private @Nullable Long seed;
  private @Nullable Long timeoutMs;
  private @Nullable List<String> noCache;
  private @Nullable OnFailure onFailure;
  private @Nullable Long inputsOf;
  private boolean dryRun;

  private MainArguments() {}

  /**
   * Reads arguments.
   *
   * @throws TreadleException PARAM-110 with all problems and the options there are
   */
  public static MainArguments parse(String... args) {
    MainArguments arguments = new MainArguments();
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
    while (!rest.isEmpty()) {
      arguments.take(rest.removeFirst(), rest);
    }
    if (!arguments.problems.isEmpty()) {
      throw new TreadleException(
          CoreProblem.PARAM_INVALID, String.join("\n", arguments.problems) + "\n" + USAGE);
    }
    return arguments;
  }

  /** Whether only the plan is wanted. */
  public boolean isDryRun() {
    return dryRun;
  }

  /** What to run and how. */
  public LaunchRequest request(Class<?> pipeline) {
    ProjectDirectory project = new ProjectDirectory(Path.of(""));
    String system = System.getProperty("os.name", "");
    Path home = Path.of(System.getProperty("user.home", ""));
    Settings settings = Settings.load(
        System.getenv(),
        project.settings(),
        Settings.userFile(System.getenv(), system, home),
        project.start());
    Path directory = StoreLocation.find(
        Optional.ofNullable(store).map(Path::of), settings, System.getenv(), project, system, home);
    return new LaunchRequest(
        directory.toString(),
        Path.of("").toAbsolutePath().toString(),
        pipeline.getName(),
        params,
        paramsFile,
        noCache,
        maxParallel == null
            ? settings
                .find(Setting.MAX_PARALLEL)
                .map(found -> Integer.valueOf(found.value()))
                .orElse(null)
            : maxParallel,
        seed == null
            ? settings
                .find(Setting.SEED)
                .map(found -> Long.valueOf(found.value()))
                .orElse(null)
            : seed,
        timeoutMs,
        onFailure,
        tags,
        selection.isEmpty() && inputsOf == null ? null : selection(),
        false,
        true,
        null,
        null);
  }

  private void take(String argument, Deque<String> rest) {
    int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
    String name = equals < 0 ? argument : argument.substring(0, equals);
    @Nullable String attached = equals < 0 ? null : argument.substring(equals + 1);
    switch (name) {
      case "-p", "--param" -> pair("-p", value(name, attached, rest), params);
      case "--tag" -> pair("--tag", value(name, attached, rest), tags);
      case "--params" -> paramsFile = value(name, attached, rest);
      case "--store" -> store = value(name, attached, rest);
      case "--no-cache" -> noCache = steps(rest);
      case "--from", "--to", "--only", "--skip" -> select(name, attached, rest);
      case "--with-inputs-of" -> inputsOf = number(name, value(name, attached, rest), 1);
      case "--dry-run" -> dryRun = true;
      case "--fail-fast" -> onFailure(OnFailure.FAIL_FAST);
      case "--keep-going" -> onFailure(OnFailure.KEEP_GOING);
      case "--max-parallel" ->
        maxParallel = Math.toIntExact(number(name, value(name, attached, rest), 1));
      case "--seed" -> seed = number(name, value(name, attached, rest), Long.MIN_VALUE);
      case "--timeout" -> timeoutMs = time(name, value(name, attached, rest));
      default -> problems.add("unknown option '" + argument + "'");
    }
  }

  private void onFailure(OnFailure wanted) {
    if (onFailure != null && onFailure != wanted) {
      problems.add("--fail-fast and --keep-going exclude each other");
    }
    onFailure = wanted;
  }

  private void select(String name, @Nullable String attached, Deque<String> rest) {
    List<String> steps = attached == null ? steps(rest) : List.of(attached);
    if (steps.isEmpty()) {
      problems.add(name + " needs steps");
    }
    selection.computeIfAbsent(name, option -> new ArrayList<>()).addAll(steps);
  }

  private StepSelection selection() {
    return new StepSelection(
        selection.getOrDefault("--from", List.of()),
        selection.getOrDefault("--to", List.of()),
        selection.getOrDefault("--only", List.of()),
        selection.getOrDefault("--skip", List.of()),
        inputsOf);
  }

  private void pair(String name, String text, Map<String, String> pairs) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      problems.add(name + " needs KEY=VALUE, got '" + text + "'");
    } else {
      pairs.put(text.substring(0, equals), text.substring(equals + 1));
    }
  }

  /** The names up to the next option. */
  private static List<String> steps(Deque<String> rest) {
    List<String> steps = new ArrayList<>();
    while (!rest.isEmpty() && !rest.getFirst().startsWith("-")) {
      steps.add(rest.removeFirst());
    }
    return steps;
  }

  private String value(String name, @Nullable String attached, Deque<String> rest) {
    if (attached != null) {
      return attached;
    }
    if (!rest.isEmpty()) {
      return rest.removeFirst();
    }
    problems.add(name + " needs a value");
    return "";
  }

  private @Nullable Long time(String name, String text) {
    Optional<Duration> time = TimeoutText.parse(text);
    if (time.isEmpty()) {
      problems.add(name + " needs a time such as 90s, 5m, 2h, got '" + text + "'");
    }
    return time.map(Duration::toMillis).orElse(null);
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
