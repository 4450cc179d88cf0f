package dev.treadle.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.getFileName().toString().startsWith("artifact-cat"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void holdsWhatTheJsonHolds(Path file) throws IOException {
    JsonNode json = JSON.readTree(file.toFile());
    @SuppressWarnings("unchecked")
    Map<String, Object> fields = JSON.convertValue(json, Map.class);
    Object kind = fields.remove("kind");
    fields.remove("apiVersion");

    String yaml = Yaml.document(String.valueOf(kind), withoutNull(fields));

    assertThat(JSON.readTree(JSON.writeValueAsString(new YAMLMapper().readTree(yaml))))
        .isEqualTo(json);
  }

  @Test
  void quotesWhatYamlWouldMisread() {
    Map<String, Object> odd = new Fields()
        .with("country", "no")
        .with("on", "off")
        .with("number", "1e3")
        .with("date", "2026-11-01")
        .with("text", "a: b # c\n\"d\" - e")
        .with("star", "*x")
        .with("empty", "")
        .with("list", List.of("~", "yes", List.of("deep", Map.of("k", "v")), Map.of(), List.of()))
        .map();

    assertThat(Yaml.document("Odd", odd)).isEqualTo("""
        apiVersion: treadle/v1
        kind: Odd
        country: "no"
        "on": "off"
        number: "1e3"
        date: "2026-11-01"
        text: "a: b # c\\n\\"d\\" - e"
        star: "*x"
        empty: ""
        list:
          - "~"
          - "yes"
          -
            - deep
            - k: v
          - {}
          - []
        """);
  }

  /** As the commands write null. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> withoutNull(Map<String, Object> fields) {
    Fields all = new Fields();
    fields.forEach((name, value) -> all.with(name, plain(value)));
    return all.map();
  }

  @SuppressWarnings("unchecked")
  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      return withoutNull((Map<String, Object>) map);
    }
    return value instanceof List<?> list ? list.stream().map(YamlTest::plain).toList() : value;
  }
}
