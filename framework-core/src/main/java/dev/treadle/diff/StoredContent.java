package dev.treadle.diff;

import dev.treadle.artifact.ArtifactService;
import dev.treadle.artifact.FileManifest;
import dev.treadle.artifact.Manifest;
import dev.treadle.artifact.ManifestFile;
import dev.treadle.artifact.StoredArtifactRef;
import dev.treadle.materialize.StoredForm;
import dev.treadle.materialize.StoredForms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An artifact as its manifest and bytes show it. */
final class StoredContent {
  /** The largest list of artifacts whose items are read. */
  private static final long MAX_LIST_BYTES = 64L << 20;

  private final ArtifactService artifacts;
  private final StoredArtifactRef ref;
  private final long sizeBytes;
  private final Manifest manifest;

  StoredContent(ArtifactService artifacts, StoredArtifactRef ref, long sizeBytes) {
    this.artifacts = artifacts;
    this.ref = ref;
    this.sizeBytes = sizeBytes;
    this.manifest = artifacts.manifest(ref);
  }

  /** Its files; a list of artifacts has none of its own. */
  List<ManifestFile> files() {
    return manifest.files();
  }

  StoredForm form() throws IOException {
    if (manifest instanceof FileManifest files) {
      return StoredForms.open(files.materializer(), artifacts.files(ref));
    }
    return new StoredForm.Tree(() -> items(sizeBytes <= MAX_LIST_BYTES));
  }

  /** The items' values; of those that are no single values, and of all in a large list, the digests. */
  private List<@Nullable Object> items(boolean isRead) throws IOException {
    var values = new ArrayList<@Nullable Object>();
    for (var item : artifacts.items(ref)) {
      var form = isRead ? new StoredContent(artifacts, item, 0).form() : null;
      values.add(
          form instanceof StoredForm.Tree tree ? tree.value().read() : item.manifestDigest());
    }
    return values;
  }
}
