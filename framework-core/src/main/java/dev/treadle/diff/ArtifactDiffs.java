package dev.treadle.diff;

import dev.treadle.api.diff.ArtifactDiff;
import dev.treadle.api.diff.ChangeKind;
import dev.treadle.api.diff.ComparedArtifact;
import dev.treadle.api.diff.Difference;
import dev.treadle.api.diff.FileChange;
import dev.treadle.api.diff.FilesDifference;
import dev.treadle.api.diff.SameContent;
import dev.treadle.api.diff.TypeDifference;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.artifact.ArtifactService;
import dev.treadle.artifact.StoredArtifactRef;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.MaterializationException;
import dev.treadle.error.TreadleException;
import dev.treadle.materialize.StoredForm;
import dev.treadle.metadata.MetadataQueries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares versions of artifacts. Equal digests answer at once. Else a differ that knows the type is asked, then the bytes
 * are read by what is known of their form, and at last files are compared by their digests; what could not be done is noted
 * in the result. Thread-safe.
 */
public final class ArtifactDiffs {
  private final MetadataQueries queries;
  private final ArtifactService artifacts;
  private final TypedDiffs typed;

  public ArtifactDiffs(MetadataQueries queries, ArtifactService artifacts, ClassLoader loader) {
    this.queries = queries;
    this.artifacts = artifacts;
    this.typed = TypedDiffs.load(artifacts, loader);
  }

  /**
   * Compares two versions.
   *
   * @throws TreadleException when stored bytes are missing or damaged
   */
  public ArtifactDiff between(ArtifactVersion base, ArtifactVersion other) {
    var notes = new ArrayList<String>();
    var difference = difference(base, other, notes);
    if (difference.isEmpty() && !(difference instanceof SameContent)) {
      notes.add("The digests differ and nothing that is compared does: "
          + "the order of rows, say, or the format of the files");
    }
    return new ArtifactDiff(ArtifactDiff.FORMAT, side(base), side(other), difference, notes);
  }

  private Difference difference(ArtifactVersion base, ArtifactVersion other, List<String> notes) {
    if (base.digest().equals(other.digest())) {
      return new SameContent();
    }
    if (base.externalUri() != null || other.externalUri() != null) {
      return external(base, other, notes);
    }
    if (base.type().equals(other.type())) {
      var found = typed.between(base.type(), reference(base), reference(other), notes);
      if (found.isPresent()) {
        return found.get();
      }
    }
    try {
      return stored(base, other, notes);
    } catch (IOException | UncheckedIOException e) {
      throw new TreadleException(
          CoreProblem.STORE_IO,
          "Could not read " + base.label() + " or " + other.label() + ": " + e.getMessage(),
          e);
    }
  }

  private Difference stored(ArtifactVersion base, ArtifactVersion other, List<String> notes)
      throws IOException {
    var before = new StoredContent(artifacts, reference(base), base.sizeBytes());
    var after = new StoredContent(artifacts, reference(other), other.sizeBytes());
    var found = values(before, after, notes);
    if (found.isPresent()) {
      if (!base.type().equals(other.type())) {
        notes.add("The type was " + base.type() + " and is " + other.type());
      }
      return found.get();
    }
    if (!base.type().equals(other.type())) {
      return new TypeDifference(base.type(), other.type());
    }
    return FilesComparison.between(before.files(), after.files());
  }

  private static Optional<Difference> values(
      StoredContent before, StoredContent after, List<String> notes) throws IOException {
    try {
      var a = before.form();
      var b = after.form();
      Stream.of(a, b)
          .filter(StoredForm.Opaque.class::isInstance)
          .map(form -> ((StoredForm.Opaque) form).reason())
          .filter(reason -> !reason.isEmpty())
          .distinct()
          .forEach(notes::add);
      return FormComparison.between(a, b);
    } catch (MaterializationException e) {
      notes.add("Values could not be read, so files were compared: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Difference external(
      ArtifactVersion base, ArtifactVersion other, List<String> notes) {
    notes.add("External data is not read: only size and digest were compared");
    var name = other.externalUri() == null ? other.label() : other.externalUri();
    return new FilesDifference(
        0,
        1,
        List.of(new FileChange(name, ChangeKind.CHANGED, base.sizeBytes(), other.sizeBytes())));
  }

  private StoredArtifactRef reference(ArtifactVersion version) {
    var content = queries.content(version.id());
    var inline = content.inline();
    return new StoredArtifactRef(
        version.label(), version.digest(), inline == null ? new byte[0] : inline);
  }

  private static ComparedArtifact side(ArtifactVersion version) {
    return new ComparedArtifact(
        version.label(),
        version.digest(),
        version.sizeBytes(),
        version.type(),
        version.materializer());
  }
}
