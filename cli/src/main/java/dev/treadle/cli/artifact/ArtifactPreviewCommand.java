package dev.treadle.cli.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.output.FactText;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.StoredPreview;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.ShellWord;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.cli.terminal.TextTable;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.Holder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "preview",
    header = "Look at the beginning of an artifact.",
    description = {
      "Rows of tables and lists, lines of text and JSON, of images what is known of them: what",
      "was kept for looking at when it was made, without reading the artifact itself."
    },
    footer = {
      "",
      "Examples:",
      "  treadle artifact preview clean",
      "  treadle artifact preview report --head 20"
    })
final class ArtifactPreviewCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  ArtifactArgument artifact = new ArtifactArgument();

  @Option(
      names = "--head",
      paramLabel = "N",
      defaultValue = "10",
      description = "rows or lines; default ${DEFAULT-VALUE}")
  int head;

  ArtifactPreviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (head < 0) {
      throw new TreadleException(CliProblem.USAGE, "--head is " + head + ", give 0 or more");
    }
    try (ProjectStore store = session.store()) {
      ArtifactVersion version = artifact.in(store);
      @Nullable
      StoredPreview preview =
          version.externalUri() == null ? store.preview(version).orElse(null) : null;
      List<Fact> facts = store.queries().facts(Holder.ofVersion(version.id()));
      session
          .out()
          .document(
              "Preview",
              fields(version, preview, facts),
              version.label(),
              look -> lines(version, preview, facts, look));
    }
    return 0;
  }

  private static Map<String, Object> fields(
      ArtifactVersion version, @Nullable StoredPreview preview, List<Fact> facts) {
    Map<String, Object> metadata = new TreeMap<>();
    facts.forEach(fact -> metadata.put(fact.key(), new Json.Raw(fact.json())));
    return new Fields()
        .with("artifact", version.artifact())
        .with("version", version.number())
        .with("mediaType", preview == null ? null : preview.mediaType())
        .with("text", preview == null || !preview.isText() ? null : preview.text())
        .with("metadata", metadata)
        .map();
  }

  private List<String> lines(
      ArtifactVersion version, @Nullable StoredPreview preview, List<Fact> facts, Look look) {
    Page page = new Page(look)
        .text(
            Text.of(version.label() + "   ", Style.BOLD),
            ArtifactListing.type(version, look),
            Text.of(version.summary().isEmpty() ? "" : " · " + version.summary()));
    if (preview == null || !preview.isText()) {
      return page.fact("meta", FactText.of(facts))
          .text(Text.of(
              preview == null
                  ? "Nothing was kept for looking at."
                  : "The picture itself: treadle artifact export " + ShellWord.of(version.label())
                      + " FILE",
              Style.DIM))
          .lines();
    }
    if (preview.mediaType().equals("text/csv")) {
      return page.table(table(CsvRows.read(preview.text()).head(head))).lines();
    }
    readable(preview)
        .lines()
        .limit(head)
        .forEach(line -> page.line(Text.of(line.replace("\t", "    "))));
    return page.lines();
  }

  /** JSON over several lines, and of a JSON string its text; what was cut off is left as it is. */
  private static String readable(StoredPreview preview) {
    if (!preview.mediaType().equals("application/json")) {
      return preview.text();
    }
    try {
      JsonNode value = new JsonMapper().readTree(preview.text());
      return value.isTextual() ? value.textValue() : value.toPrettyString();
    } catch (JsonProcessingException e) {
      return preview.text();
    }
  }

  private static TextTable table(CsvRows rows) {
    List<String> header = rows.rows().isEmpty() ? List.of() : rows.rows().get(0);
    TextTable table = new TextTable("  ", header);
    rows.rows().stream()
        .skip(1)
        .forEach(row -> table.row(row.stream().map(Text::of).toList()));
    return table;
  }
}
