package dev.treadle.artifact;

import java.util.List;

/**
 * The manifest of a list whose items are artifacts with identities of their own.
 *
 * @param items the manifest digests of the items, in their order
 */
public record ListManifest(List<String> items) implements Manifest {

  public ListManifest {
    items = List.copyOf(items);
    items.forEach(Digests::hex);
  }

  @Override
  public byte[] json() {
    return ManifestJson.write(this);
  }

  @Override
  public String contentDigest() {
    return Digests.ofDigests(items.stream().map(Digests::hex).toList());
  }

  @Override
  public String mediaType() {
    return "application/vnd.treadle.list";
  }

  @Override
  public List<ManifestFile> files() {
    return List.of();
  }
}
