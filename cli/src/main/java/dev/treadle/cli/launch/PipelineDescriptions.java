package dev.treadle.cli.launch;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.project.LaunchTarget;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.DescribeMain;
import dev.treadle.launch.DescribeRequest;
import dev.treadle.launch.LaunchError;
import dev.treadle.launch.PipelineDescription;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Has pipelines described by the project's own Treadle, in one JVM for each class path. */
public final class PipelineDescriptions {
  private static final int WAIT_MILLIS = 200;
  private static final int LAST_LINES = 10;
  // The process lives for a moment: what it saves later by better code it loses now by compiling.
  private static final List<String> JVM_ARGUMENTS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private final Session session;
  private final Map<String, String> params;
  private final @Nullable Path paramsFile;

  /** Descriptions of pipelines with these parameters. */
  public PipelineDescriptions(
      Session session, Map<String, String> params, @Nullable Path paramsFile) {
    this.session = session;
    this.params = params;
    this.paramsFile = paramsFile;
  }

  /**
   * The descriptions in the order of the targets; a pipeline's own problems are in its description.
   *
   * @throws TreadleException when a process could not do its work
   */
  public List<PipelineDescription> of(List<LaunchTarget> targets) {
    Map<List<Path>, List<LaunchTarget>> byClassPath = targets.stream()
        .collect(Collectors.groupingBy(
            LaunchTarget::classPath, LinkedHashMap::new, Collectors.toList()));
    List<PipelineDescription> all = new ArrayList<>();
    byClassPath.values().forEach(together -> all.addAll(described(together)));
    return all;
  }

  private List<PipelineDescription> described(List<LaunchTarget> targets) {
    LaunchTarget first = targets.get(0);
    List<String> classes =
        targets.stream().map(target -> target.pipeline().className()).toList();
    try (PipelineProcess process = new PipelineProcess(
        DescribeMain.class,
        first.classPath(),
        JVM_ARGUMENTS,
        first.directory(),
        (endpoint, file) -> new DescribeRequest(
                first.directory().toString(),
                classes,
                params,
                paramsFile == null ? null : paramsFile.toString(),
                endpoint)
            .write(file))) {
      return follow(process, targets.size());
    }
  }

  private List<PipelineDescription> follow(PipelineProcess process, int expected) {
    List<PipelineDescription> found = new ArrayList<>();
    ArrayDeque<String> lastLines = new ArrayDeque<>();
    while (true) {
      Incident incident = process.next(WAIT_MILLIS);
      if (incident instanceof Incident.EventLine event) {
        LaunchError.read(event.line()).ifPresent(error -> {
          throw failed(error);
        });
        PipelineDescription.read(event.line()).ifPresent(found::add);
      } else if (incident instanceof Incident.Printed printed) {
        lastLines.addLast(printed.line());
        if (lastLines.size() > LAST_LINES) {
          lastLines.removeFirst();
        }
        session.say(Text.neutralised(printed.line()));
      } else if (incident instanceof Incident.Ended end) {
        if (found.size() < expected) {
          throw new TreadleException(
              CliProblem.PIPELINE_CRASHED,
              "The process that compiles the pipelines ended with exit code " + end.exitCode()
                  + " before it was done"
                  + lastLines.stream().map(line -> "\n| " + line).collect(Collectors.joining()));
        }
        return found;
      }
    }
  }

  /** What kept a pipeline from being described, as an exception of this process. */
  public TreadleException failed(LaunchError error) {
    if (session.isDebugging()) {
      session.errors().print(error.stackTrace());
    }
    return new TreadleException(error, error.message());
  }
}
