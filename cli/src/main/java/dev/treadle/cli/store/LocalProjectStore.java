package dev.treadle.cli.store;

import dev.treadle.StoreReader;
import dev.treadle.api.diff.ArtifactDiff;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.artifact.Corruption;
import dev.treadle.artifact.FileManifest;
import dev.treadle.artifact.Manifest;
import dev.treadle.artifact.StoredArtifactRef;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.VersionContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The stores in a folder of this machine. */
final class LocalProjectStore implements ProjectStore {
  private final StoreReader reader;

  LocalProjectStore(StoreReader reader) {
    this.reader = reader;
  }

  @Override
  public MetadataQueries queries() {
    return reader.queries();
  }

  @Override
  public InputStream log(AttemptRecord attempt) {
    return attempt.logPath() == null
        ? InputStream.nullInputStream()
        : reader.log(attempt.logPath());
  }

  @Override
  public List<StoredFile> files(ArtifactVersion version) {
    if (version.externalUri() != null) {
      return List.of();
    }
    Manifest manifest = reader.artifacts().manifest(reference(version));
    return manifest instanceof FileManifest files
        ? files.files().stream()
            .map(file ->
                new StoredFile(file.name(), file.digest().size(), file.digest().sha256()))
            .toList()
        : List.of();
  }

  @Override
  public InputStream open(ArtifactVersion version, StoredFile file) {
    try {
      return reader.artifacts().files(reference(version)).open(file.name());
    } catch (IOException e) {
      throw new TreadleException(
          CoreProblem.STORE_IO,
          "Could not read '" + file.name() + "' of " + version.label() + ": " + e.getMessage(),
          e);
    }
  }

  @Override
  public Optional<String> csvPreview(ArtifactVersion version) {
    VersionContent content = reader.queries().content(version.id());
    byte[] preview = content.preview();
    return preview == null || !"text/csv".equals(content.previewType())
        ? Optional.empty()
        : Optional.of(new String(preview, StandardCharsets.UTF_8));
  }

  @Override
  public Verification verify(ArtifactVersion version) {
    List<StoredFile> files = files(version);
    List<String> problems = reader.artifacts().verify(reference(version)).stream()
        .map(Corruption::toString)
        .toList();
    return new Verification(files.size(), version.sizeBytes(), problems);
  }

  @Override
  public ArtifactDiff diff(ArtifactVersion base, ArtifactVersion other) {
    return reader.artifactDiffs().between(base, other);
  }

  @Override
  public void close() {
    reader.close();
  }

  private StoredArtifactRef reference(ArtifactVersion version) {
    VersionContent content = reader.queries().content(version.id());
    byte[] inline = content.inline();
    return new StoredArtifactRef(
        version.label(),
        "sha256:" + content.manifestDigest(),
        inline == null ? new byte[0] : inline);
  }
}
