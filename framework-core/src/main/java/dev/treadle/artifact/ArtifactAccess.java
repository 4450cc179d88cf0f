package dev.treadle.artifact;

import dev.treadle.error.ArtifactCorruptedException;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.ObjectNotFoundException;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.ObjectDigest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds manifests and files, in the record or in the store, and verifies them. */
final class ArtifactAccess {
  private static final String MANIFEST = "manifest";

  private final BlobStore blobs;
  private final VerifiedBlobs verified;
  private final ArtifactLists lists;
  private final MaterializerLookup materializers;

  ArtifactAccess(
      BlobStore blobs,
      VerifiedBlobs verified,
      ArtifactLists lists,
      MaterializerLookup materializers) {
    this.blobs = blobs;
    this.verified = verified;
    this.lists = lists;
    this.materializers = materializers;
  }

  Manifest manifest(StoredArtifactRef ref) throws IOException {
    byte[] json;
    try {
      json =
          ref.isInline() ? parts(ref).get(0) : blobs.read(Locations.manifest(ref.manifestDigest()));
    } catch (ObjectNotFoundException e) {
      throw ArtifactCorruptedException.missing(ref.name(), MANIFEST, ref.manifestDigest(), e);
    }
    var found = Digests.of(json);
    if (!found.equals(ref.manifestDigest())) {
      throw ArtifactCorruptedException.differs(ref.name(), MANIFEST, ref.manifestDigest(), found);
    }
    return Manifest.parse(json);
  }

  ArtifactInput open(StoredArtifactRef ref, Manifest manifest, Materializer<?> materializer) {
    if (!(manifest instanceof FileManifest files)) {
      throw new IllegalStateException("A list of artifacts has no files of its own");
    }
    if (!files.materializer().equals(materializer.id())
        || files.version() > materializer.formatVersion()) {
      throw new TreadleException(
          CoreProblem.MAT_READ,
          "Artifact '" + ref.name() + "' was written by materializer " + files.materializer() + " "
              + files.version() + "; it cannot be read by " + materializer.id() + " "
              + materializer.formatVersion() + ". Ask for the type that was stored");
    }
    return files(ref, files);
  }

  ArtifactInput files(StoredArtifactRef ref, FileManifest files) {
    var byName = new LinkedHashMap<String, ManifestFile>();
    files.files().forEach(file -> byName.put(file.name(), file));
    return new ArtifactReader(
        ref.name(),
        byName,
        inline(ref, files),
        files.version(),
        verified,
        blobs.scratch(),
        materializers,
        "");
  }

  List<Corruption> verify(StoredArtifactRef ref) {
    var problems = new ArrayList<Corruption>();
    try {
      var manifest = manifest(ref);
      if (manifest instanceof ListManifest list) {
        lists.items(ref, list).forEach(item -> problems.addAll(verify(item)));
      } else if (ref.isInline()) {
        inline(ref, (FileManifest) manifest);
      } else {
        for (var file : manifest.files()) {
          verify(ref, file, problems);
        }
      }
    } catch (ArtifactCorruptedException e) {
      problems.add(new Corruption(ref.name(), e.file(), e.expected(), e.found()));
    } catch (IOException | IllegalArgumentException e) {
      problems.add(new Corruption(ref.name(), MANIFEST, ref.manifestDigest(), e.toString()));
    }
    return problems;
  }

  private void verify(StoredArtifactRef ref, ManifestFile file, List<Corruption> problems) {
    String found;
    try {
      var digest = verified.digest(ref.name(), file);
      if (digest.equals(file.digest())) {
        return;
      }
      found = digest.toString();
    } catch (ArtifactCorruptedException e) {
      found = e.found();
    } catch (IOException e) {
      found = "unreadable: " + e;
    }
    problems.add(new Corruption(ref.name(), file.name(), file.digest().toString(), found));
  }

  private static Map<String, byte[]> inline(StoredArtifactRef ref, FileManifest manifest) {
    if (!ref.isInline()) {
      return Map.of();
    }
    var parts = parts(ref);
    if (parts.size() != manifest.files().size() + 1) {
      throw ArtifactCorruptedException.differs(
          ref.name(), "record", manifest.files().size() + " files", parts.size() - 1 + " files");
    }
    var inline = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i < manifest.files().size(); i++) {
      var file = manifest.files().get(i);
      var found = ObjectDigest.of(parts.get(i + 1));
      if (!found.equals(file.digest())) {
        throw ArtifactCorruptedException.differs(
            ref.name(), file.name(), file.digest().toString(), found.toString());
      }
      inline.put(file.name(), parts.get(i + 1));
    }
    return inline;
  }

  private static List<byte[]> parts(StoredArtifactRef ref) {
    try {
      return InlineForm.unpack(ref.inline());
    } catch (IllegalArgumentException e) {
      throw ArtifactCorruptedException.differs(
          ref.name(), "record", ref.manifestDigest(), String.valueOf(e.getMessage()));
    }
  }
}
