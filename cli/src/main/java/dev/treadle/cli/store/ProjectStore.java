package dev.treadle.cli.store;

import dev.treadle.api.diff.ArtifactDiff;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.metadata.AttemptRecord;
import dev.treadle.metadata.MetadataQueries;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What commands read of a project. Opening it starts no ORM. */
public interface ProjectStore extends AutoCloseable {

  MetadataQueries queries();

  /** The log of an attempt as text, empty when nothing was logged. The caller closes it. */
  InputStream log(AttemptRecord attempt);

  /** The files of a stored version by its manifest; none for external data. */
  List<StoredFile> files(ArtifactVersion version);

  /** The bytes of one file, verified while they are read. The caller closes it. */
  InputStream open(ArtifactVersion version, StoredFile file);

  /** The rows of a list or table that were kept for looking at, as CSV; at most a hundred. */
  Optional<String> csvPreview(ArtifactVersion version);

  /** Reads every byte of a version and compares digests. */
  Verification verify(ArtifactVersion version);

  /** What differs between two versions. */
  ArtifactDiff diff(ArtifactVersion base, ArtifactVersion other);

  @Override
  void close();
}
