package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that commands print as JSON is what the published schema says; content of artifacts is the users' own. */
class SchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA = schema();

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(json|ndjson)"))
          .filter(file -> !file.getFileName().toString().startsWith("artifact-cat"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyGoldenDocumentFollowsTheSchema(Path file) throws IOException {
    try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
      assertThat(values.readAll())
          .isNotEmpty()
          .allSatisfy(document -> assertThat(problems(document)).isEmpty());
    }
  }

  @Test
  void theSchemaRefusesWhatIsNotOurs() throws IOException {
    ObjectNode list = (ObjectNode)
        JSON.readTree(Path.of("src/test/resources/golden/run-list.json").toFile());

    assertThat(problems(list.deepCopy().put("kind", "RunLists"))).isNotEmpty();
    assertThat(problems(list.deepCopy().put("next", 7))).isNotEmpty();
    ObjectNode odd = list.deepCopy();
    ((ObjectNode) odd.withArray("items").get(0)).put("status", "done");
    assertThat(problems(odd)).isNotEmpty();
    ObjectNode without = list.deepCopy();
    ((ObjectNode) without.withArray("items").get(0)).remove("number");
    assertThat(problems(without)).isNotEmpty();
  }

  @Test
  void anAddedFieldIsNoChange() throws IOException {
    ObjectNode list = (ObjectNode)
        JSON.readTree(Path.of("src/test/resources/golden/run-list.json").toFile());

    ((ObjectNode) list.withArray("items").get(0)).put("later", true);

    assertThat(problems(list)).isEmpty();
  }

  private static Set<ValidationMessage> problems(JsonNode document) {
    return SCHEMA.validate(document);
  }

  private static JsonSchema schema() {
    try (InputStream text = SchemaTest.class.getResourceAsStream("schema/treadle-v1.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(JSON.readTree(text));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
