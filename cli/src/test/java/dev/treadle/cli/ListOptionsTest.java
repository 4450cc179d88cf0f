package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListOptionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run list                                  | number            | 3 2 1",
        "run list --sort run                       | number            | 1 2 3",
        "run list --sort -took                     | number            | 3 2 1",
        "artifact list                             | name              | flights/train penguins.json"
            + " penguins/evaluate penguins/load penguins/train",
        "artifact list --sort -name                | name              | penguins/train"
            + " penguins/load penguins/evaluate penguins.json flights/train",
        "artifact list penguins/train              | version           | 2 1"
      })
  void everyPageLeadsToTheNext(String command, String field, String expected) throws IOException {
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      String[] more = cursor == null ? new String[0] : new String[] {"--cursor", cursor};
      JsonNode page = JSON.readTree(run(command + " --limit 1 -o json", more).stdout);
      page.get("items").forEach(item -> seen.add(item.get(field).asText()));
      cursor = page.get("next").textValue();
    } while (cursor != null);

    assertThat(seen).containsExactly(expected.split(" "));
  }

  @Test
  void aCursorFitsItsOwnOrderOnly() throws IOException {
    String cursor =
        JSON.readTree(run("run list --limit 1 -o json").stdout).get("next").asText();

    assertThat(run("run list --sort took --cursor " + cursor).stderr).isEqualTo("""
            error[CLI-800]: The cursor is of a list sorted by -run, this one goes by took
              fix: --sort -run
            """);
    assertThat(run("run list --cursor 42").stderr)
        .startsWith("error[CLI-800]: '42' is not a cursor");
  }

  @Test
  void whatIsChosenIsAllThatIsPrinted() {
    assertThat(run("run list --fields status,run --no-headers -o tsv").stdout)
        .isEqualTo("failed\t#3\ncompleted\t#2\ncompleted\t#1\n");
    assertThat(run("artifact list --fields produced-by -o tsv --limit 1").stdout)
        .isEqualTo("PRODUCED BY\npenguins #1 / train\n");
    assertThat(run("run list --fields number,status --limit 1 -o ndjson").stdout)
        .isEqualTo(
            "{\"apiVersion\":\"treadle/v1\",\"kind\":\"Run\",\"number\":3,\"status\":\"failed\"}\n");
    assertThat(run("run show 2 --fields number -o yaml").stdout)
        .isEqualTo("apiVersion: treadle/v1\nkind: Run\nnumber: 2\n");
  }

  @Test
  void whatDoesNotExistCannotBeChosen() {
    assertThat(run("run list --fields stauts").stderr)
        .startsWith("error[CLI-800]: There is no column 'stauts' (--fields)\n  looked in run, ")
        .endsWith("did you mean: status\n");
    assertThat(run("run show 2 --fields nubmer -o json").stderr)
        .contains("There is no field 'nubmer'", "did you mean: number");
  }

  @Test
  void aWideTableHasEveryColumnAndIsNotCut() {
    String table = CommandLineRun.on(CommandLineRun.SCREEN, "run", "list", "-o", "wide").stdout;

    assertThat(table.lines().findFirst().orElseThrow()).contains("METRICS", "HOST", "SEED", "TAGS");
    assertThat(table).contains("– train: IllegalArgumentException: depth must be >= 1, was 0");
  }

  @Test
  void saysMoreWhenAsked() {
    assertThat(run("run list -v").stderr).startsWith("store ");
    assertThat(run("run list").stderr).isEmpty();
  }

  @Test
  void aWordAndShorthandsNarrowTheList() {
    assertThat(run("run list -w flights -o name").stdout).isEmpty();
    assertThat(run("run list -w flights").stderr).contains("No runs fit");
    assertThat(run("run list --pipeline penguins --status failed -o name").stdout)
        .isEqualTo("3\n");
    assertThat(run("artifact list -w evaluate -o name").stdout).isEqualTo("penguins/evaluate\n");
  }

  private static CommandLineRun run(String command, String... more) {
    return CommandLineRun.piped(
        Stream.concat(Stream.of(command.split(" ")), Stream.of(more)).toArray(String[]::new));
  }
}
