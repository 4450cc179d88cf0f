package dev.treadle.cli.run;

import dev.treadle.api.run.StepSelection;
import dev.treadle.cli.curation.TagText;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.project.LaunchTarget;
import dev.treadle.cli.project.Places;
import dev.treadle.cli.project.SourceWatch;
import dev.treadle.cli.session.Failure;
import dev.treadle.cli.session.NeededCommands;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Text;
import dev.treadle.config.Setting;
import dev.treadle.error.TreadleException;
import dev.treadle.expression.Condition;
import dev.treadle.launch.LaunchRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    header = "Run a pipeline, or look at runs.",
    description = {
      "Finds the pipeline in the Maven project here, compiles what has changed, runs it.",
      "A pipeline called like a command below is reached by: treadle run -- NAME"
    },
    footer = {
      "",
      "Examples:",
      "  treadle run penguins",
      "  treadle run penguins -p epochs=40 --no-cache train",
      "  treadle run penguins --dry-run",
      "  treadle run penguins --from train --with-inputs-of 42",
      "  treadle run penguins --sweep 'epochs=10,20 x learningRate=0.1,1.0'",
      "  treadle run penguins --watch",
      "  treadle run penguins --detach",
      "  treadle run --jar app.jar penguins --params params.yaml"
    })
public final class RunCommand implements Callable<Integer> {
  private static final List<String> VERBS = List.of(
      "list", "show", "watch", "explain", "compare", "diff", "logs", "export", "resume", "rerun",
      "spin", "cancel", "wait", "tag", "untag", "note", "delete");

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "PIPELINE",
      description = "class name without Pipeline in kebab case, or the full class name")
  @Nullable
  String pipeline;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "a parameter; wins over --params")
  Map<String, String> params = new LinkedHashMap<>();

  @Option(names = "--params", paramLabel = "FILE", description = "parameters as YAML or JSON")
  @Nullable
  Path paramsFile;

  @Option(
      names = "--no-cache",
      arity = "0..*",
      paramLabel = "STEP",
      description = "run these steps although their results are stored; without names all")
  @Nullable
  List<String> noCache;

  @Mixin
  SelectedSteps steps = new SelectedSteps();

  @Option(
      names = "--max-parallel",
      paramLabel = "N",
      description = "how many steps may run at once")
  @Nullable
  Integer maxParallel;

  @Option(names = "--seed", paramLabel = "N", description = "the run's seed")
  @Nullable
  Long seed;

  @Mixin
  RunTimeout timeout = new RunTimeout();

  @Mixin
  JvmOptions jvm = new JvmOptions();

  @Option(
      names = "--fail-if",
      paramLabel = "EXPR",
      description = {
        "end with code 9 when it holds of the metrics, as in 'accuracy < base - 0.01';",
        "base is the completed run before"
      })
  @Nullable
  String failIf;

  @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "a tag of the run")
  List<String> tags = List.of();

  @ArgGroup
  @Nullable
  FailureMode onFailure;

  @ArgGroup
  @Nullable
  More more;

  @Mixin
  Places places = new Places();

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  /** Not one run that is waited for. */
  static final class More {
    @Option(names = "--dry-run", description = "say what each step would do; run and store nothing")
    boolean dryRun;

    @Option(
        names = "--detach",
        description = "start the run in a process of its own, and return when it has a number")
    boolean detach;

    @Option(names = "--watch", description = "run again after each change, until Ctrl-C")
    boolean watch;

    @Option(
        names = "--sweep",
        paramLabel = "VALUES",
        description = {
          "a run for each combination, as in 'lr=0.01,0.1 x depth=3..9';",
          "the runs share a tag: treadle run list -w tag.sweep=…"
        })
    @Nullable
    String sweep;
  }

  private RunCommand(Session session) {
    this.session = session;
  }

  /** The command with those of its verbs that are needed. */
  public static CommandLine create(Session session, NeededCommands needed) {
    if (needed.executesHere(VERBS)) {
      session.openStoreAhead();
    }
    return needed.command(new RunCommand(session), VERBS, (verb, below) -> verb(verb, session));
  }

  private static Object verb(String name, Session session) {
    return switch (name) {
      case "list" -> new RunListCommand(session);
      case "show" -> new RunShowCommand(session);
      case "watch" -> new RunWatchCommand(session);
      case "explain" -> new RunExplainCommand(session);
      case "compare" -> new RunCompareCommand(session);
      case "diff" -> new RunDiffCommand(session);
      case "logs" -> new RunLogsCommand(session);
      case "export" -> new RunExportCommand(session);
      case "resume" -> new RunResumeCommand(session);
      case "rerun" -> new RunRerunCommand(session);
      case "spin" -> new RunSpinCommand(session);
      case "cancel" -> new RunCancelCommand(session);
      case "wait" -> new RunWaitCommand(session);
      case "tag" -> new RunTagCommand(session);
      case "untag" -> new RunUntagCommand(session);
      case "note" -> new RunNoteCommand(session);
      case "delete" -> new RunDeleteCommand(session);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The command alone: every name is a pipeline's. */
  public static CommandLine withoutVerbs(Session session) {
    return new CommandLine(new RunCommand(session));
  }

  @Override
  public Integer call() {
    String name = name();
    if (maxParallel != null && maxParallel < 1) {
      throw new TreadleException(
          CliProblem.USAGE, "--max-parallel is " + maxParallel + ", give 1 or more");
    }
    Path parameters = paramsFile == null ? null : session.directory().resolve(paramsFile);
    if (parameters != null && !Files.isRegularFile(parameters)) {
      throw new TreadleException(
          CliProblem.USAGE, "There is no file " + parameters + " (--params)");
    }
    Map<String, String> ofAll = TagText.parse(tags);
    StepSelection selection = steps.of(session, null);
    Runs runs = new Runs(session, jvm, failIf == null ? null : Condition.parse(failIf));
    @Nullable Long timeoutMs = timeout.millis();
    Runs.Request request = (target, setting, endpoint) -> new LaunchRequest(
        session.storeDirectory().toString(),
        target.directory().toString(),
        target.pipeline().className(),
        with(params, setting.params()),
        parameters == null ? null : parameters.toString(),
        noCache,
        maxParallel == null
            ? session.setting(Setting.MAX_PARALLEL).map(Integer::valueOf).orElse(null)
            : maxParallel,
        seed == null ? session.setting(Setting.SEED).map(Long::valueOf).orElse(null) : seed,
        timeoutMs,
        FailureMode.of(onFailure),
        with(ofAll, setting.tags()),
        selection,
        more != null && more.detach,
        places.builds(),
        null,
        endpoint);
    if (more != null && more.sweep != null) {
      Sweep sweep = Sweep.parse(more.sweep);
      refuseTwice(sweep);
      return runs.sweep(target(name), sweep, request);
    }
    if (more != null && more.dryRun) {
      return runs.plan(target(name), request);
    }
    if (more != null && more.detach) {
      return runs.detach(target(name), request);
    }
    if (more != null && more.watch) {
      return watch(runs, () -> target(name), request);
    }
    return runs.run(target(name), request);
  }

  private String name() {
    if (pipeline != null) {
      return pipeline;
    }
    List<List<String>> named = Stream.concat(Stream.ofNullable(noCache), steps.names().stream())
        .filter(names -> !names.isEmpty())
        .toList();
    return lastOf(named)
        .orElseThrow(() -> new ParameterException(
            spec.commandLine(),
            "Name a pipeline"
                + (named.isEmpty()
                    ? spec.subcommands().isEmpty()
                        ? ""
                        : ", or one of: " + String.join(", ", spec.subcommands().keySet())
                    : " before options that take the names of steps")));
  }

  /** {@code --no-cache train penguins}: the pipeline's name must be somewhere, and it is the last of what was written. */
  private Optional<String> lastOf(List<List<String>> named) {
    List<String> written = spec.commandLine().getParseResult().originalArgs();
    String last = written.isEmpty() ? "" : written.get(written.size() - 1);
    return named.stream()
        .filter(names -> names.get(names.size() - 1).equals(last))
        .findFirst()
        .map(names -> names.remove(names.size() - 1));
  }

  private void refuseTwice(Sweep sweep) {
    Set<String> twice = new TreeSet<>(sweep.axes().keySet());
    twice.retainAll(params.keySet());
    if (!twice.isEmpty()) {
      throw new TreadleException(
          CliProblem.USAGE,
          "Given by -p and by --sweep: " + String.join(", ", twice)
              + "\nfix: leave one of them out");
    }
  }

  /** Runs again after each change, until Ctrl-C. What fails is told, and mended by the next change. */
  private int watch(Runs runs, Supplier<LaunchTarget> targets, Runs.Request request) {
    if (session.format().isDocument()) {
      throw new TreadleException(
          CliProblem.USAGE, "--watch has many results\nfix: use it with -o ndjson or without -o");
    }
    LaunchTarget first = targets.get();
    SourceWatch watch = SourceWatch.of(first, places.builds() && places.inProject());
    Supplier<LaunchTarget> next = () -> first;
    try {
      while (true) {
        try {
          int exitCode = runs.run(next.get(), request);
          if (exitCode == Runs.CTRL_C) {
            return exitCode;
          }
        } catch (TreadleException e) {
          new Failure(e).tell(session);
        }
        session.say("Waiting for changes; Ctrl-C ends.");
        Path changed = watch.awaitChange();
        session.say("Changed: " + Text.neutralised(changed.getFileName().toString()));
        next = targets;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Runs.CTRL_C;
    }
  }

  private static Map<String, String> with(Map<String, String> base, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(base);
    all.putAll(more);
    return all;
  }

  private LaunchTarget target(String name) {
    return places.find(session, name);
  }
}
