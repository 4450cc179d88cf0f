package dev.treadle.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.treadle.api.run.RunEvent;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Run events as JSON, one object a line: the record's components beside {@code apiVersion} and {@code kind}. The format
 * grows by addition only: a reader skips kinds and fields that it does not know. Thread-safe.
 */
public final class EventJson {
  /** The version in every document. */
  public static final String API_VERSION = "treadle/v1";

  private static final Map<String, Class<? extends RunEvent>> KINDS = Stream.of(
          RunEvent.RunStarted.class,
          RunEvent.MapExpanded.class,
          RunEvent.StepStarted.class,
          RunEvent.StepProgress.class,
          RunEvent.StepRetried.class,
          RunEvent.StepEnded.class,
          RunEvent.ListenerFailed.class,
          RunEvent.RunEnded.class)
      .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private final ObjectMapper mapper = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  /** The event as one line, without its end. */
  public String write(RunEvent event) {
    ObjectNode document = mapper
        .createObjectNode()
        .put("apiVersion", API_VERSION)
        .put("kind", event.getClass().getSimpleName());
    document.setAll((ObjectNode) mapper.valueToTree(event));
    return document.toString();
  }

  /** The event in a line; empty when the line is of a kind that this version does not know. */
  public Optional<RunEvent> read(String line) {
    try {
      JsonNode document = mapper.readTree(line);
      Class<? extends RunEvent> type = KINDS.get(document.path("kind").asText());
      return type == null ? Optional.empty() : Optional.of(mapper.treeToValue(document, type));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Not a line of run events: " + line, e);
    }
  }
}
