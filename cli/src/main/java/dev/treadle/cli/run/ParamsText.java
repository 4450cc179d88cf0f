package dev.treadle.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treadle.cli.output.FactText;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of a run on a line. */
final class ParamsText {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ParamsText() {}

  /**
   * {@code depth=5*  eta=0.3}, the star for what is not the default.
   *
   * @param changed names of what is not, dotted inside records
   */
  static String of(String json, Set<String> changed) {
    String text;
    try {
      text = MAPPER.readTree(json).properties().stream()
          .map(field -> field.getKey() + "=" + FactText.value(field.getValue())
              + (isChanged(field.getKey(), changed) ? "*" : ""))
          .collect(Collectors.joining("  "));
    } catch (JsonProcessingException e) {
      return json;
    }
    return changed.isEmpty() ? text : text + "    * changed from default";
  }

  private static boolean isChanged(String name, Set<String> changed) {
    return changed.stream().anyMatch(key -> key.equals(name) || key.startsWith(name + "."));
  }
}
