package dev.treadle.curation;

import dev.treadle.artifact.ArtifactService;
import dev.treadle.artifact.RecordedContent;
import dev.treadle.artifact.StoredArtifact;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.PipelineNames;
import dev.treadle.materialize.MaterializerSelection;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.ImportVersion;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.VersionRef;
import dev.treadle.spi.Materializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Copies data into the store as versions that no step made. */
public final class Imports {
  private final MetadataStore metadata;
  private final ArtifactService artifacts;
  private final MaterializerSelection materializers;

  public Imports(
      MetadataStore metadata, ArtifactService artifacts, MaterializerSelection materializers) {
    this.metadata = metadata;
    this.artifacts = artifacts;
    this.materializers = materializers;
  }

  /**
   * Copies a file or folder, and records it as the next version of a name.
   *
   * @param id of the new version
   * @throws TreadleException ART_IMPORT when the path or the name cannot be used, or the data are not of the form
   */
  public VersionRef copy(Path path, String name, ImportForm form, UUID id, Act act) {
    if (!PipelineNames.isPublishable(name)) {
      throw unusable("'" + name + "' is no name for an artifact"
          + "\nfix: letters first, then letters, digits, _ . - and slashes between the parts");
    }
    if (!Files.exists(path)) {
      throw unusable(
          "There is nothing to import at " + path + "\nfix: give a file or folder that exists");
    }
    if (form != ImportForm.FILE && Files.isDirectory(path)) {
      throw unusable(path + " is a folder, and only a file can be imported as "
          + form.type().getSimpleName() + "\nfix: import its files, or the folder as files");
    }
    Materializer<?> materializer = materializers.require(form.type());
    StoredArtifact stored = artifacts.store(name, read(path, form), form.type(), materializer);
    RecordedContent recorded = RecordedContent.of(stored, form.type(), materializer);
    return metadata.write(new ImportVersion(
        id, name, path.toUri().toString(), recorded.content(), recorded.facts(), act));
  }

  private static Object read(Path path, ImportForm form) {
    try {
      return form.read(path);
    } catch (IOException | IllegalArgumentException e) {
      throw new TreadleException(
          CoreProblem.ART_IMPORT,
          "Cannot read " + path + " as " + form.type().getSimpleName() + ": " + e.getMessage()
              + "\nfix: mend the file, or import it as a file",
          e);
    }
  }

  private static TreadleException unusable(String message) {
    return new TreadleException(CoreProblem.ART_IMPORT, message);
  }
}
