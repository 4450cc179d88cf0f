package dev.treadle.artifact;

import dev.treadle.error.ArtifactCorruptedException;
import dev.treadle.error.ObjectNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists whose items are artifacts of their own: the results of a fan-out. */
final class ArtifactLists {
  private static final int REMEMBERED = 16;
  private static final byte[] STORED = {};

  private final BlobStore blobs;
  // Item after item is read of the same list.
  private final Map<String, List<byte[]>> recent = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, List<byte[]>> eldest) {
      return size() > REMEMBERED;
    }
  };

  ArtifactLists(BlobStore blobs) {
    this.blobs = blobs;
  }

  /** Stores a list. Its small items, which the store does not have, go into one object beside it. */
  StoredArtifact store(List<StoredArtifact> items) {
    var manifest =
        new ListManifest(items.stream().map(StoredArtifact::manifestDigest).toList());
    var json = manifest.json();
    var digest = Digests.of(json);
    var parts = items.stream().map(StoredArtifact::inline).toList();
    var packed = InlineForm.pack(json, parts);
    boolean inline = packed.length <= InlineForm.LIMIT;
    if (!inline) {
      if (items.stream().anyMatch(StoredArtifact::isInline)) {
        blobs.create(Locations.items(digest), packed);
      }
      blobs.create(Locations.manifest(digest), json);
    }
    return new StoredArtifact(
        manifest,
        digest,
        manifest.contentDigest(),
        items.stream().mapToLong(StoredArtifact::totalBytes).sum(),
        inline ? packed : STORED,
        ArtifactDescription.NONE);
  }

  /** References to the items, in their order. */
  List<StoredArtifactRef> items(StoredArtifactRef list, ListManifest manifest) throws IOException {
    var parts = list.isInline() ? parts(list.inline(), list, manifest) : stored(list, manifest);
    var items = new ArrayList<StoredArtifactRef>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      items.add(list.item(i, manifest.items().get(i), parts.get(i)));
    }
    return items;
  }

  private List<byte[]> stored(StoredArtifactRef list, ListManifest manifest) throws IOException {
    synchronized (recent) {
      var known = recent.get(list.manifestDigest());
      if (known != null) {
        return known;
      }
    }
    List<byte[]> parts;
    try {
      parts = parts(blobs.read(Locations.items(list.manifestDigest())), list, manifest);
    } catch (ObjectNotFoundException e) {
      // None of the items is small; if one was, its own manifest will be missing.
      parts = manifest.items().stream().map(item -> STORED).toList();
    }
    synchronized (recent) {
      recent.put(list.manifestDigest(), parts);
    }
    return parts;
  }

  private static List<byte[]> parts(byte[] packed, StoredArtifactRef list, ListManifest manifest) {
    List<byte[]> parts;
    try {
      parts = InlineForm.unpack(packed);
    } catch (IllegalArgumentException e) {
      throw ArtifactCorruptedException.differs(
          list.name(), "items", list.manifestDigest(), String.valueOf(e.getMessage()));
    }
    if (parts.size() != manifest.items().size() + 1) {
      throw ArtifactCorruptedException.differs(
          list.name(), "items", manifest.items().size() + " items", (parts.size() - 1) + " items");
    }
    return parts.subList(1, parts.size());
  }
}
