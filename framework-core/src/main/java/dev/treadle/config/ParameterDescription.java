package dev.treadle.config;

import java.util.Optional;

/**
 * One parameter of a pipeline.
 *
 * @param name the key, dotted inside records
 * @param type the type as written in Java
 * @param defaultValue empty when it must be given (or may be left out, being optional)
 * @param required whether a run cannot start without it
 * @param description one line, may be empty
 */
public record ParameterDescription(
    String name, String type, Optional<String> defaultValue, boolean required, String description) {

  /** {@code int, default 4}. */
  String kind() {
    return type + defaultValue.map(value -> ", default " + value).orElse("");
  }
}
