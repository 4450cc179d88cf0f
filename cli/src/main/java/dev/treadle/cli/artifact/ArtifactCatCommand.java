package dev.treadle.cli.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.output.Output;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.StoredFile;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.json.Json;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.Holder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "cat",
    header = "Print the content of an artifact.",
    description = {
      "Lists and tables are stored in a form that needs the pipeline's classes; of them the",
      "rows that were kept for looking at are printed, 100 at most."
    },
    footer = {
      "",
      "Examples:",
      "  treadle artifact cat report > report.html",
      "  treadle artifact cat clean --head 3",
      "  treadle artifact cat split/train@3 --as json | jq '.[0]'"
    })
final class ArtifactCatCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  ArtifactArgument artifact = new ArtifactArgument();

  @Option(names = "--file", paramLabel = "NAME", description = "which file, when there are several")
  @Nullable
  String file;

  @Option(
      names = "--head",
      paramLabel = "N",
      description = "the first rows only, or lines of text as UTF-8")
  @Nullable
  Integer head;

  @Option(names = "--as", paramLabel = "csv|json|raw", description = "the form; raw: as stored")
  @Nullable
  CatForm form;

  ArtifactCatCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (head != null && head < 0) {
      throw new TreadleException(CliProblem.USAGE, "--head is " + head + ", give 0 or more");
    }
    try (ProjectStore store = session.store()) {
      ArtifactVersion version = artifact.in(store);
      List<StoredFile> files = store.files(version);
      Optional<CsvRows> rows = file == null && form != CatForm.RAW && isTabular(version)
          ? store
              .preview(version)
              .filter(kept -> kept.mediaType().equals("text/csv"))
              .map(kept -> CsvRows.read(kept.text()))
          : Optional.empty();
      if (rows.isPresent()) {
        print(store, version, rows.get());
      } else {
        print(store, version, fitting(version, choose(version, files)));
      }
    }
    return 0;
  }

  private void print(ProjectStore store, ArtifactVersion version, CsvRows kept) {
    List<Fact> facts = store.queries().facts(Holder.ofVersion(version.id()));
    CsvRows rows = kept.head(head == null ? Integer.MAX_VALUE : head);
    if (form == CatForm.JSON) {
      line(rows.json(fact(facts, "columns")));
    } else {
      rows.csv().forEach(this::line);
    }
    long all = fact(facts, "rows").asLong(kept.count());
    if (rows.count() < Math.min(all, head == null ? all : head)) {
      session.say(
          "the first " + rows.count() + " of " + all + " rows: no more were kept for looking at");
    }
  }

  private void print(ProjectStore store, ArtifactVersion version, StoredFile wanted) {
    try (InputStream bytes = store.open(version, wanted)) {
      if (head == null && !session.out().look().interactive()) {
        session.out().sink().copy(bytes);
      } else {
        printLines(bytes, head == null ? Integer.MAX_VALUE : head);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + wanted.name() + " of " + version.label(), e);
    }
  }

  private void printLines(InputStream bytes, int most) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    for (int i = 0; i < most; i++) {
      String line = reader.readLine();
      if (line == null) {
        return;
      }
      line(line);
    }
  }

  /** A terminal would obey what is in the bytes, so there they are text. */
  private void line(String line) {
    Output out = session.out();
    out.sink().line(out.look().interactive() ? Text.neutralised(line.replace("\t", "    ")) : line);
  }

  private static boolean isTabular(ArtifactVersion version) {
    return version.materializer().startsWith("list/")
        || version.materializer().startsWith("table/");
  }

  private static JsonNode fact(List<Fact> facts, String key) {
    return facts.stream()
        .filter(fact -> fact.key().equals(key))
        .map(fact -> Json.parse(fact.json()))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** The file, if it is what was asked for. */
  private StoredFile fitting(ArtifactVersion version, StoredFile chosen) {
    String wanted = form == CatForm.CSV ? ".csv" : form == CatForm.JSON ? ".json" : "";
    if (!chosen.name().endsWith(wanted)) {
      throw new TreadleException(
          CliProblem.USAGE,
          version.label() + " has no rows to print as " + wanted.substring(1) + "; it is stored in "
              + chosen.name() + "\nfix: --as raw");
    }
    return chosen;
  }

  private StoredFile choose(ArtifactVersion version, List<StoredFile> files) {
    if (files.isEmpty()) {
      throw new TreadleException(
          CoreProblem.ART_NOT_FOUND,
          version.label() + " has no stored files"
              + (version.externalUri() == null ? "" : "; its data is at " + version.externalUri()));
    }
    String names = files.stream().map(StoredFile::name).collect(Collectors.joining(", "));
    if (file == null) {
      if (files.size() > 1) {
        throw new TreadleException(
            CoreProblem.ART_AMBIGUOUS,
            version.label() + " has " + files.size() + " files: " + names + "\nfix: --file NAME");
      }
      return files.get(0);
    }
    return files.stream()
        .filter(each -> each.name().equals(file))
        .findFirst()
        .orElseThrow(() -> new TreadleException(
            CoreProblem.ART_NOT_FOUND,
            version.label() + " has no file '" + file + "', only: " + names));
  }
}
