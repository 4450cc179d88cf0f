package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepSelection;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.launch.StepTrial;
import dev.treadle.cli.project.LaunchTarget;
import dev.treadle.cli.project.Places;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.LaunchRequest;
import dev.treadle.launch.LaunchRequest.EventEndpoint;
import dev.treadle.launch.LaunchRequest.Previous;
import dev.treadle.launch.SpinRequest;
import dev.treadle.launch.SpinResult;
import dev.treadle.log.LogLine;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "spin",
    header = "Try one step here, on what a run has stored.",
    description = {
      "The step as its code is now reads the results that the run has of the steps",
      "before it. Its log is printed while it runs, and what it returns is shown.",
      "Nothing is recorded: no run, no version. With --keep it is a partial run, which",
      "is recorded and shown as any other, and takes nothing from the cache."
    },
    footer = {
      "",
      "Examples:",
      "  treadle run spin 42 train",
      "  treadle run spin @latest:failed 'trial[3]' --debug-port 5005",
      "  treadle run spin 42 train -p depth=5 --keep"
    })
final class RunSpinCommand implements Callable<Integer> {
  private static final Pattern LABEL = Pattern.compile("(.+)\\[([0-9]{1,9})]");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Session session;

  @Mixin
  RunArgument run = new RunArgument();

  @Parameters(index = "1", paramLabel = "STEP", description = "train, or trial[3] in a map")
  String step = "";

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "a parameter of the run that is to be another")
  Map<String, String> params = new LinkedHashMap<>();

  @Option(names = "--keep", description = "record it, as a partial run of this step only")
  boolean keep;

  @Mixin
  JvmOptions jvm = new JvmOptions();

  @Mixin
  Places places = new Places();

  RunSpinCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Matcher label = LABEL.matcher(step);
    boolean item = label.matches();
    String name = item ? label.group(1) : step;
    if (keep && item) {
      throw new TreadleException(
          CliProblem.USAGE,
          "A run executes all items of a map, so --keep cannot record " + step + " alone"
              + "\nfix: leave out [" + label.group(2) + "], or --keep");
    }
    PipelineRun found;
    try (ProjectStore store = session.store()) {
      found = run.in(store);
    }
    LaunchTarget target = places.find(session, found.pipeline());
    if (keep) {
      return new Runs(session, jvm, null)
          .run(target, (of, setting, endpoint) -> request(found, of, name, endpoint));
    }
    int mapIndex = item ? Integer.parseInt(label.group(2)) : -1;
    JvmOptions.Jvm started = jvm.of(session, target);
    SpinResult result = new StepTrial(session, this::print)
        .run(
            target,
            started.arguments(),
            endpoint -> new SpinRequest(request(found, target, name, endpoint), name, mapIndex));
    JvmOptions.told(session, started);
    session
        .out()
        .document(
            "SpinResult",
            SpinPage.fields(result),
            result.step(),
            look -> new SpinPage(result, look).lines());
    return result.failure() == null ? 0 : 1;
  }

  /** That step, whatever the cache has, on the results, the parameters and the seed of that run. */
  private LaunchRequest request(
      PipelineRun of, LaunchTarget target, String name, EventEndpoint endpoint) {
    return new LaunchRequest(
        session.storeDirectory().toString(),
        target.directory().toString(),
        target.pipeline().className(),
        params,
        null,
        List.of(name),
        null,
        null,
        null,
        null,
        Map.of(),
        StepSelection.ALL.limitedTo(name).takingFrom(of.number()),
        false,
        places.builds(),
        new Previous(of.id(), false),
        endpoint);
  }

  private void print(LogLine line) {
    String head =
        TIME.format(line.at()) + " " + String.format(Locale.ROOT, "%-5s", line.level()) + "  ";
    line.message()
        .lines()
        .forEach(part -> session.say(head + Text.neutralised(part.replace("\t", "    "))));
  }
}
