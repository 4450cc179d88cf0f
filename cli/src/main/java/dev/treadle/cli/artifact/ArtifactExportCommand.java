package dev.treadle.cli.artifact;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.StoredFile;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    header = "Write an artifact, as it is stored, to a file or folder.",
    description = {
      "One file goes to PATH, or into PATH when that is a folder; several, and the items of",
      "lists, become a new folder PATH. Every byte is verified; PATH appears whole or not at all."
    },
    footer = {
      "",
      "Examples:",
      "  treadle artifact export report report.html",
      "  treadle artifact export model@champion models/champion --force"
    })
final class ArtifactExportCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  ArtifactArgument artifact = new ArtifactArgument();

  @Parameters(index = "1", paramLabel = "PATH")
  String path = "";

  @Option(names = "--force", description = "replace a file that is there")
  boolean force;

  ArtifactExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      ArtifactVersion version = artifact.in(store);
      List<StoredFile> files = store.files(version);
      if (files.isEmpty()) {
        throw new TreadleException(
            CoreProblem.ART_NOT_FOUND,
            version.label() + " has no stored files"
                + (version.externalUri() == null
                    ? ""
                    : "; its data is at " + version.externalUri()));
      }
      Path target = new ExportTarget(store, version, files)
          .write(session.directory().resolve(path).normalize(), force);
      print(version, files, target);
    }
    return 0;
  }

  private void print(ArtifactVersion version, List<StoredFile> files, Path target) {
    long size = files.stream().mapToLong(StoredFile::sizeBytes).sum();
    String count = files.size() == 1 ? "1 file" : files.size() + " files";
    session
        .out()
        .document(
            "Export",
            new Fields()
                .with("artifact", version.artifact())
                .with("version", version.number())
                .with("digest", version.digest())
                .with("path", target.toString())
                .with("files", files.size())
                .with("sizeBytes", size)
                .map(),
            target.toString(),
            look -> List.of(look.line(
                Text.of(version.label(), Style.BOLD),
                Text.of(" → " + target + "   " + count + ", " + Quantity.size(size)))));
  }
}
