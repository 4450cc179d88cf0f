package dev.treadle.cli.store;

import dev.treadle.api.diff.ArtifactDiff;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.curation.DeletionPlan;
import dev.treadle.curation.DiskUsage;
import dev.treadle.curation.ImportForm;
import dev.treadle.curation.PrunePlan;
import dev.treadle.curation.Pruned;
import dev.treadle.curation.Retention;
import dev.treadle.curation.Swept;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.UnitOfWork;
import dev.treadle.metadata.VersionRef;
import dev.treadle.query.Filter;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What commands read and change of a project. Opening it starts no ORM; the first change does. */
public interface ProjectStore extends AutoCloseable {

  MetadataQueries queries();

  /** The log of an attempt as text, empty when nothing was logged. The caller closes it. */
  InputStream log(AttemptRecord attempt);

  /** The files of a stored version by its manifest, those of list items below their index; none for external data. */
  List<StoredFile> files(ArtifactVersion version);

  /** The bytes of one file, verified while they are read. The caller closes it. */
  InputStream open(ArtifactVersion version, StoredFile file);

  /** What was kept of a version for looking at. */
  Optional<StoredPreview> preview(ArtifactVersion version);

  /** Reads every byte of a version and compares digests. */
  Verification verify(ArtifactVersion version);

  /** What differs between two versions. */
  ArtifactDiff diff(ArtifactVersion base, ArtifactVersion other);

  /** What the stored versions that fit take. */
  DiskUsage usage(Filter where);

  /** Writes a change, durably. */
  <R> R write(UnitOfWork<R> unit);

  /** What deleting runs would do. */
  DeletionPlan planDeletion(List<PipelineRun> runs, Artifacts artifacts);

  /** Deletes what was planned. */
  Swept delete(DeletionPlan plan, Act act);

  /** What pruning would do at a moment. */
  PrunePlan planPruning(Retention retention, Instant now);

  /** Prunes as was planned. */
  Pruned prune(PrunePlan plan, Act act);

  /** The versions of which bytes are missing. */
  List<VersionRef> missing();

  /** How many things killed processes have left. */
  int leftovers();

  /** Deletes what killed processes have left, and says how many things there were. */
  int deleteLeftovers();

  /** Copies a file or folder into the store as the next version of a name. */
  VersionRef importData(Path path, String name, ImportForm form, Act act);

  @Override
  void close();
}
