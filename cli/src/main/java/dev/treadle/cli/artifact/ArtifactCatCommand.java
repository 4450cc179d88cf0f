package dev.treadle.cli.artifact;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.output.Output;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ArtifactReferences;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.StoredFile;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "cat",
    header = "Print the bytes of an artifact.",
    footer = {
      "",
      "Examples:",
      "  treadle artifact cat report > report.html",
      "  treadle artifact cat train@3 --file part-0.csv --head 5"
    })
final class ArtifactCatCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ARTIFACT", description = "name, name@7, run:42/train/model, sha256:…")
  String artifact = "";

  @Option(names = "--file", paramLabel = "NAME", description = "which file, when there are several")
  @Nullable
  String file;

  @Option(names = "--head", paramLabel = "N", description = "the first lines only, as UTF-8 text")
  @Nullable
  Integer head;

  ArtifactCatCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      ArtifactVersion version = new ArtifactReferences(store.queries()).resolve(artifact);
      StoredFile wanted = choose(version, store.files(version));
      try (InputStream bytes = store.open(version, wanted)) {
        if (head == null && !session.out().look().interactive()) {
          session.out().sink().copy(bytes);
        } else {
          printLines(bytes, head == null ? Integer.MAX_VALUE : head);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(
            "Cannot read " + wanted.name() + " of " + version.label(), e);
      }
    }
    return 0;
  }

  /** A terminal would obey what is in the bytes, so there they are text. */
  private void printLines(InputStream bytes, int most) throws IOException {
    Output out = session.out();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    for (int i = 0; i < most; i++) {
      String line = reader.readLine();
      if (line == null) {
        return;
      }
      out.sink()
          .line(out.look().interactive() ? Text.neutralised(line.replace("\t", "    ")) : line);
    }
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
