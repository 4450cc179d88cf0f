package dev.treadle.launch;

import dev.treadle.launch.LaunchRequest.EventEndpoint;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which pipelines to describe. Nothing is run for it and no store is opened.
 *
 * @param project the directory that relative paths of parameters start from
 * @param pipelineClasses classes by their binary names
 * @param params parameters as text, by name; they win over the file's
 * @param paramsFile a YAML or JSON file of parameters, null when there is none
 * @param events where the descriptions go, null for standard output
 */
public record DescribeRequest(
    String project,
    List<String> pipelineClasses,
    Map<String, String> params,
    @Nullable String paramsFile,
    @Nullable EventEndpoint events) {

  public DescribeRequest {
    pipelineClasses = List.copyOf(pipelineClasses);
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** Reads a request from its file, which is deleted: it holds a token and maybe private parameters. */
  public static DescribeRequest take(Path file) {
    return RequestFile.take(file, DescribeRequest.class);
  }

  /** Writes the request into a file that exists. */
  public void write(Path file) {
    RequestFile.write(file, this);
  }
}
