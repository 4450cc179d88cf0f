package dev.treadle.artifact;

import java.util.Comparator;
import java.util.List;

/**
 * The manifest of a value written by one materializer.
 *
 * @param files at least one, with distinct names; put in code-point order
 * @param materializer the id of the materializer that wrote them
 * @param version the version of its format
 * @param mediaType the media type of the whole
 */
public record FileManifest(
    List<ManifestFile> files, String materializer, int version, String mediaType)
    implements Manifest {

  public FileManifest {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("An artifact has at least one file");
    }
    files = files.stream()
        .sorted(Comparator.comparing(ManifestFile::name, ManifestFile.BY_CODE_POINT))
        .toList();
    for (int i = 1; i < files.size(); i++) {
      if (files.get(i).name().equals(files.get(i - 1).name())) {
        throw new IllegalArgumentException("Two files are named " + files.get(i).name());
      }
    }
  }

  @Override
  public byte[] json() {
    return ManifestJson.write(this);
  }

  @Override
  public String contentDigest() {
    return Digests.ofDigests(files.stream().map(file -> file.digest().sha256()).toList());
  }

  /** The number of bytes of all files. */
  public long totalBytes() {
    return files.stream().mapToLong(file -> file.digest().size()).sum();
  }
}
