package dev.treadle.artifact;

import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The files that one materializer writes, below a folder if it writes a value inside another. */
final class ArtifactWriter implements ArtifactOutput {
  /** Names the materializer of a nested value, since the manifest has only that of the whole. */
  static final String NESTED = ".materializer";

  private final PendingFiles files;
  private final String prefix;
  private final MaterializerLookup materializers;

  ArtifactWriter(PendingFiles files, String prefix, MaterializerLookup materializers) {
    this.files = files;
    this.prefix = prefix;
    this.materializers = materializers;
  }

  @Override
  public OutputStream create(String name) {
    return files.create(prefix + name);
  }

  @Override
  public void add(String name, Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is not a regular file; links are not followed");
    }
    if (files.adopt(prefix + name, file)) {
      return;
    }
    try (var source = Files.newInputStream(file);
        var target = create(name)) {
      var buffer = new byte[PendingBlob.BUFFER];
      for (int n = source.read(buffer); n >= 0; n = source.read(buffer)) {
        target.write(buffer, 0, n);
      }
    }
  }

  @Override
  public void nested(String folder, Object value, Type type) throws IOException {
    var materializer = materializers.forType(type);
    var inner = prefix + ManifestFile.checkName(folder) + "/";
    files.text(inner + NESTED, materializer.id() + " " + materializer.formatVersion());
    write(materializer, value, type, new ArtifactWriter(files, inner, materializers));
  }

  /** A lookup by type gives a materializer that takes the type's values. */
  @SuppressWarnings("unchecked")
  static <T> void write(
      Materializer<T> materializer, Object value, Type type, ArtifactOutput output)
      throws IOException {
    materializer.write((T) value, type, output);
  }
}
