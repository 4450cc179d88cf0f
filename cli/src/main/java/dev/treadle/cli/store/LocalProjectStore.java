package dev.treadle.cli.store;

import dev.treadle.StoreReader;
import dev.treadle.api.diff.ArtifactDiff;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.artifact.Corruption;
import dev.treadle.artifact.StoredArtifactRef;
import dev.treadle.curation.DeletionPlan;
import dev.treadle.curation.DiskUsage;
import dev.treadle.curation.ImportForm;
import dev.treadle.curation.PrunePlan;
import dev.treadle.curation.Pruned;
import dev.treadle.curation.Retention;
import dev.treadle.curation.Swept;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.UnitOfWork;
import dev.treadle.metadata.VersionContent;
import dev.treadle.metadata.VersionRef;
import dev.treadle.query.Filter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
    List<StoredFile> files = new ArrayList<>();
    addFiles(reference(version), "", files);
    return files;
  }

  private void addFiles(StoredArtifactRef ref, String folder, List<StoredFile> files) {
    reader.artifacts().manifest(ref).files().stream()
        .map(file -> new StoredFile(
            folder + file.name(), file.digest().size(), file.digest().sha256()))
        .forEach(files::add);
    List<StoredArtifactRef> items = reader.artifacts().items(ref);
    for (int i = 0; i < items.size(); i++) {
      addFiles(items.get(i), folder + i + "/", files);
    }
  }

  @Override
  public InputStream open(ArtifactVersion version, StoredFile file) {
    try {
      StoredArtifactRef holder = reference(version);
      String name = file.name();
      for (var items = reader.artifacts().items(holder);
          !items.isEmpty();
          items = reader.artifacts().items(holder)) {
        int slash = name.indexOf('/');
        holder = items.get(Integer.parseInt(name, 0, slash, 10));
        name = name.substring(slash + 1);
      }
      return reader.artifacts().files(holder).open(name);
    } catch (IOException e) {
      throw new TreadleException(
          CoreProblem.STORE_IO,
          "Could not read '" + file.name() + "' of " + version.label() + ": " + e.getMessage(),
          e);
    }
  }

  @Override
  public Optional<StoredPreview> preview(ArtifactVersion version) {
    VersionContent content = reader.queries().content(version.id());
    byte[] preview = content.preview();
    String mediaType = content.previewType();
    return preview == null || mediaType == null
        ? Optional.empty()
        : Optional.of(new StoredPreview(mediaType, preview));
  }

  @Override
  public DiskUsage usage(Filter where) {
    return reader.usage(where);
  }

  @Override
  public <R> R write(UnitOfWork<R> unit) {
    return reader.metadata().write(unit);
  }

  @Override
  public DeletionPlan planDeletion(List<PipelineRun> runs, Artifacts artifacts) {
    return reader.deletions().plan(runs, artifacts);
  }

  @Override
  public Swept delete(DeletionPlan plan, Act act) {
    return reader.delete(plan, act);
  }

  @Override
  public PrunePlan planPruning(Retention retention, Instant now) {
    return reader.pruning().plan(retention, now);
  }

  @Override
  public Pruned prune(PrunePlan plan, Act act) {
    return reader.pruning().prune(plan, act);
  }

  @Override
  public List<VersionRef> missing() {
    return reader.missing();
  }

  @Override
  public int leftovers() {
    return reader.leftovers();
  }

  @Override
  public int deleteLeftovers() {
    return reader.deleteLeftovers();
  }

  @Override
  public VersionRef importData(Path path, String name, ImportForm form, Act act) {
    return reader.imports().copy(path, name, form, UUID.randomUUID(), act);
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
