package dev.treadle.artifact;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.SafePath;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** The verified files of one artifact, or those below a folder of it. */
final class ArtifactReader implements ArtifactInput {
  private final String artifact;
  private final Map<String, ManifestFile> files;
  private final Map<String, byte[]> inline;
  private final int formatVersion;
  private final VerifiedBlobs blobs;
  private final ScratchFolder scratch;
  private final MaterializerLookup materializers;
  private final String prefix;

  /**
   * Reads files.
   *
   * @param files by name, in code-point order
   * @param inline the verified bytes of the files that are not in the store
   * @param prefix the folder with its slash, or nothing
   */
  ArtifactReader(
      String artifact,
      Map<String, ManifestFile> files,
      Map<String, byte[]> inline,
      int formatVersion,
      VerifiedBlobs blobs,
      ScratchFolder scratch,
      MaterializerLookup materializers,
      String prefix) {
    this.artifact = artifact;
    this.files = files;
    this.inline = inline;
    this.formatVersion = formatVersion;
    this.blobs = blobs;
    this.scratch = scratch;
    this.materializers = materializers;
    this.prefix = prefix;
  }

  @Override
  public List<String> names() {
    return files.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .filter(name -> prefix.isEmpty() || !name.equals(ArtifactWriter.NESTED))
        .toList();
  }

  @Override
  public long size(String name) throws IOException {
    return file(name).digest().size();
  }

  @Override
  public InputStream open(String name) throws IOException {
    var file = file(name);
    var bytes = inline.get(file.name());
    return bytes == null ? blobs.open(artifact, file) : new ByteArrayInputStream(bytes);
  }

  @Override
  public Path path(String name) throws IOException {
    var file = file(name);
    var bytes = inline.get(file.name());
    return bytes == null
        ? blobs.path(artifact, file)
        : blobs.path(bytes, file.digest().sha256());
  }

  @Override
  public Path directory() throws IOException {
    var folder = scratch.temporaryFolder();
    for (var name : names()) {
      var target = SafePath.resolve(folder, name);
      Files.createDirectories(target.resolveSibling("."));
      if (inline.containsKey(prefix + name)) {
        Files.write(target, inline.get(prefix + name));
      } else {
        copy(blobs.path(artifact, file(name)), target);
      }
    }
    return folder;
  }

  @Override
  public int formatVersion() {
    return formatVersion;
  }

  @Override
  public Object nested(String folder, Type type) throws IOException {
    var inner = prefix + folder + "/";
    String[] written;
    try (var text = open(folder + "/" + ArtifactWriter.NESTED)) {
      written = new String(text.readAllBytes(), StandardCharsets.UTF_8).split(" ", 2);
    }
    var materializer = materializers.forType(type);
    int version = written.length < 2 ? -1 : Integer.parseInt(written[1]);
    if (!materializer.id().equals(written[0]) || version > materializer.formatVersion()) {
      throw new TreadleException(
          CoreProblem.MAT_READ,
          "Folder " + inner + " of '" + artifact + "' was written by materializer "
              + String.join(" ", written) + ", and cannot be read by " + materializer.id() + " "
              + materializer.formatVersion() + " as " + type.getTypeName());
    }
    return materializer.read(
        type,
        new ArtifactReader(artifact, files, inline, version, blobs, scratch, materializers, inner));
  }

  // Within the kernel, three times as fast as through a buffer here; and the copy may be written
  // to,
  // as that of Files.copy may not.
  private static void copy(Path source, Path target) throws IOException {
    try (var from = FileChannel.open(source, StandardOpenOption.READ);
        var to =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long size = from.size();
      for (long done = 0; done < size; ) {
        long copied = from.transferTo(done, size - done, to);
        if (copied == 0) {
          throw new EOFException(source + " became shorter while it was copied");
        }
        done += copied;
      }
    }
  }

  private ManifestFile file(String name) throws IOException {
    var file = files.get(prefix + name);
    if (file == null) {
      throw new NoSuchFileException(
          prefix + name, null, "artifact '" + artifact + "' has no such file, only " + names());
    }
    return file;
  }
}
