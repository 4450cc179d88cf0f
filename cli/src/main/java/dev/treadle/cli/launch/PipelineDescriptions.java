package dev.treadle.cli.launch;

import dev.treadle.cli.project.LaunchTarget;
import dev.treadle.cli.session.Describer.Question;
import dev.treadle.cli.session.Session;
import dev.treadle.error.TreadleException;
import dev.treadle.launch.LaunchError;
import dev.treadle.launch.PipelineDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Has pipelines described by the project's own Treadle, in one JVM for each class path. */
public final class PipelineDescriptions {
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
    return session
        .surroundings()
        .describer()
        .describe(
            session,
            new Question(first.directory(), first.classPath(), classes, params, paramsFile));
  }

  /** What kept a pipeline from being described, as an exception of this process. */
  public TreadleException failed(LaunchError error) {
    return new Answers(session).failed(error);
  }
}
