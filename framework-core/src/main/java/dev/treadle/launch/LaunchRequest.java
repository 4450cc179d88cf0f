package dev.treadle.launch;

import dev.treadle.api.run.StepSelection;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to run and how.
 *
 * @param store the directory that holds metadata and artifacts
 * @param project the directory that relative paths of parameters start from
 * @param pipelineClass the pipeline's class, by its binary name
 * @param params parameters as text, by name, in the order given; they win over the file's
 * @param paramsFile a YAML or JSON file of parameters, null when there is none
 * @param noCache steps that run although a result is stored, all of them when empty; null when none must
 * @param maxParallel how many steps may run at once, null for the default
 * @param seed the run's seed, null for the default
 * @param timeoutMs the longest that the run may take, null for what the pipeline says
 * @param onFailure what becomes of the other steps when one has failed for good, null for the default: they stop
 * @param tags of the run
 * @param selection which steps are executed, null for all; a run that goes on has the one that it began with
 * @param detached whether the run goes on when nobody listens to its events any more
 * @param built whether classes were checked against their sources, false under {@code --no-build}
 * @param previous the run to go on with, or whose parameters and seed count where none are given; null for neither
 * @param events where the events go, null for standard output
 */
public record LaunchRequest(
    String store,
    String project,
    String pipelineClass,
    Map<String, String> params,
    @Nullable String paramsFile,
    @Nullable List<String> noCache,
    @Nullable Integer maxParallel,
    @Nullable Long seed,
    @Nullable Long timeoutMs,
    @Nullable OnFailure onFailure,
    Map<String, String> tags,
    @Nullable StepSelection selection,
    boolean detached,
    boolean built,
    @Nullable Previous previous,
    @Nullable EventEndpoint events) {

  /**
   * An earlier run.
   *
   * @param resumed whether that run goes on; else a new one takes its parameters and its seed
   */
  public record Previous(UUID run, boolean resumed) {}

  /**
   * A socket on this machine.
   *
   * @param token what the connection must begin with; good for one connection
   */
  public record EventEndpoint(int port, String token) {
    @Override
    public String toString() {
      return "EventEndpoint[port=" + port + ", token=***]";
    }
  }

  public LaunchRequest {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    noCache = noCache == null ? null : List.copyOf(noCache);
    tags = Map.copyOf(tags);
  }

  /** Reads a request from its file, which is deleted: it holds a token and maybe private parameters. */
  public static LaunchRequest take(Path file) {
    return RequestFile.take(file, LaunchRequest.class);
  }

  /** Writes the request into a file that exists. */
  public void write(Path file) {
    RequestFile.write(file, this);
  }
}
