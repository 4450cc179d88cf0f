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
import dev.treadle.metadata.Reliance;
import dev.treadle.metadata.VersionRef;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.StorePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Copies data into the store as versions that no step made. */
public final class Imports {
  private static final int ATTEMPTS = 10;

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
    Object value = read(path, form);
    for (int attempt = 1; ; attempt++) {
      long sweeps = metadata.queries().sweeps();
      StoredArtifact stored = artifacts.store(name, value, form.type(), materializer);
      RecordedContent recorded = RecordedContent.of(stored, form.type(), materializer);
      try {
        return metadata.write(new ImportVersion(
            id,
            name,
            path.toUri().toString(),
            recorded.content(),
            recorded.facts(),
            new Reliance(sweeps, objects(stored)),
            act));
      } catch (TreadleException e) {
        if (e.code() != CoreProblem.STORE_SWEPT || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Set<String> objects(StoredArtifact stored) {
    String manifest = new String(stored.manifest().json(), StandardCharsets.UTF_8);
    return artifacts
        .objects()
        .of(stored.manifestDigest(), manifest, stored.isInline())
        .keySet()
        .stream()
        .map(StorePath::toString)
        .collect(Collectors.toSet());
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
