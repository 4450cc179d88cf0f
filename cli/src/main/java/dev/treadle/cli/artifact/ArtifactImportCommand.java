package dev.treadle.cli.artifact;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.curation.ImportForm;
import dev.treadle.metadata.VersionRef;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    header = "Copy a file or folder into the store, as the next version of an artifact.",
    description = {
      "A step loads it with context.artifacts().load(\"NAME\", TYPE.class), where TYPE is Path",
      "of file, String of text, byte[] of bytes and Table of table."
    },
    footer = {
      "",
      "Examples:",
      "  treadle artifact import data/prices.csv --name prices --type table",
      "  treadle artifact import photos --name raw/photos"
    })
final class ArtifactImportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PATH", description = "a file or a folder")
  String path = "";

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "the artifact's name")
  String name = "";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "file (default; also a folder), text, bytes, or table of a CSV file")
  ImportForm form = ImportForm.FILE;

  ArtifactImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      VersionRef imported =
          store.importData(session.directory().resolve(path), name, form, session.act());
      ArtifactVersion version = store.queries().version(imported.id()).orElseThrow();
      ArtifactShowCommand.show(session, store, version);
    }
    return 0;
  }
}
