package dev.treadle.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.ErrorKind;
import dev.treadle.error.ProblemCode;
import dev.treadle.error.TreadleException;
import dev.treadle.event.EventJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/**
 * What kept a pipeline from running, as it crosses from one JVM to the other: a code, which may be a plugin's that the
 * receiver has never heard of, the message, and the trace for {@code --debug}.
 */
public record LaunchError(
    String code,
    ErrorKind kind,
    int exitCode,
    String explanation,
    String message,
    String stackTrace)
    implements ProblemCode {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KIND = "Error";

  /** Of anything thrown; what is not ours is a bug. */
  public static LaunchError of(Throwable thrown) {
    ProblemCode code = thrown instanceof TreadleException e ? e.code() : CoreProblem.BUG;
    String message = thrown instanceof TreadleException ? thrown.getMessage() : thrown.toString();
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return new LaunchError(
        code.code(),
        code.kind(),
        code.exitCode(),
        code.explanation(),
        message == null ? code.explanation() : message,
        trace.toString());
  }

  /** The error in a line of the event stream; empty when the line is something else. */
  public static Optional<LaunchError> read(String line) {
    try {
      JsonNode document = JSON.readTree(line);
      return document.path("kind").asText().equals(KIND)
          ? Optional.of(JSON.treeToValue(document.path("error"), LaunchError.class))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  String toJson() {
    ObjectNode document =
        JSON.createObjectNode().put("apiVersion", EventJson.API_VERSION).put("kind", KIND);
    document.set("error", JSON.valueToTree(this));
    return document.toString();
  }
}
