package dev.treadle.testing;

import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The files of one artifact in memory, to write to and to read from. Checks names as a real store does. It has no
 * digests: a test can damage files and see what the materializer makes of them.
 *
 * @since 0.1
 */
public final class MemoryArtifact implements ArtifactOutput, ArtifactInput {

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Function<Type, ? extends Materializer<?>> materializers;
  private final Path folder;
  private final int formatVersion;

  /**
   * An empty artifact.
   *
   * @param materializers finds those of nested values
   * @param folder where {@link #path} and {@link #directory} put files, owned by the test
   */
  public MemoryArtifact(
      Function<Type, ? extends Materializer<?>> materializers, Path folder, int formatVersion) {
    this.materializers = materializers;
    this.folder = folder;
    this.formatVersion = formatVersion;
  }

  /** A copy with other bytes in one file. */
  public MemoryArtifact with(String name, byte[] bytes) {
    var copy = new MemoryArtifact(materializers, folder, formatVersion);
    copy.files.putAll(files);
    copy.files.put(name, bytes.clone());
    return copy;
  }

  /** The bytes of a file. */
  public byte[] bytes(String name) {
    var bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("No file " + name + " among " + files.keySet());
    }
    return bytes.clone();
  }

  /** Whether both have the same files with the same bytes. */
  public boolean sameAs(MemoryArtifact other) {
    return files.keySet().equals(other.files.keySet())
        && files.keySet().stream().allMatch(n -> Arrays.equals(files.get(n), other.files.get(n)));
  }

  @Override
  public OutputStream create(String name) throws IOException {
    check(name);
    if (files.putIfAbsent(name, new byte[0]) != null) {
      throw new IOException("The file %s is written twice".formatted(name));
    }
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        files.put(name, toByteArray());
      }
    };
  }

  @Override
  public void add(String name, Path file) throws IOException {
    try (var out = create(name)) {
      Files.copy(file, out);
    }
  }

  @Override
  public void nested(String folder, Object value, Type type) throws IOException {
    check(folder);
    var materializer = materializer(type);
    var nested = new MemoryArtifact(materializers, this.folder, materializer.formatVersion());
    materializer.write(value, type, nested);
    if (nested.files.isEmpty()) {
      throw new IOException("The materializer %s wrote no file".formatted(materializer.id()));
    }
    nested.files.forEach((name, bytes) -> files.put(folder + "/" + name, bytes));
  }

  @Override
  public Object nested(String folder, Type type) throws IOException {
    var materializer = materializer(type);
    var nested = new MemoryArtifact(materializers, this.folder, materializer.formatVersion());
    var prefix = folder + "/";
    files.forEach((name, bytes) -> {
      if (name.startsWith(prefix)) {
        nested.files.put(name.substring(prefix.length()), bytes);
      }
    });
    return materializer.read(type, nested);
  }

  @SuppressWarnings("unchecked")
  private Materializer<Object> materializer(Type type) {
    return (Materializer<Object>) materializers.apply(type);
  }

  @Override
  public List<String> names() {
    return List.copyOf(new TreeSet<>(files.keySet()));
  }

  @Override
  public long size(String name) throws IOException {
    return found(name).length;
  }

  @Override
  public InputStream open(String name) throws IOException {
    return new ByteArrayInputStream(found(name));
  }

  @Override
  public Path path(String name) throws IOException {
    var file = Files.createTempFile(folder, "file", null);
    Files.write(file, found(name));
    return file;
  }

  @Override
  public Path directory() throws IOException {
    var directory = Files.createTempDirectory(folder, "directory");
    for (var name : names()) {
      var file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, found(name));
    }
    return directory;
  }

  @Override
  public int formatVersion() {
    return formatVersion;
  }

  private byte[] found(String name) throws IOException {
    var bytes = files.get(name);
    if (bytes == null) {
      throw new FileNotFoundException("The artifact has no file %s".formatted(name));
    }
    return bytes;
  }

  private static void check(String name) throws IOException {
    for (var part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        throw new IOException("The name \"%s\" is not allowed in an artifact".formatted(name));
      }
    }
  }
}
