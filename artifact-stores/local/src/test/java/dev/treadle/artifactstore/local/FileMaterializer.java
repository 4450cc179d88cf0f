package dev.treadle.artifactstore.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Path;

/** A file as an artifact; a string as a file with it. Writes a large file of its own before the one asked for. */
final class FileMaterializer implements Materializer<Object> {
  @Override
  public String id() {
    return "file";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public boolean handles(Type type) {
    return type == Path.class;
  }

  @Override
  public String mediaType(Type type) {
    return "application/octet-stream";
  }

  @Override
  public void write(Object value, Type type, ArtifactOutput output) throws IOException {
    if (value instanceof Path file) {
      if (file.endsWith("missing")) {
        try (var large = output.create("large")) {
          large.write(new byte[1 << 20]);
        }
      }
      output.add("file", file);
    } else {
      try (var file = output.create("file")) {
        file.write(value.toString().getBytes(UTF_8));
      }
    }
  }

  @Override
  public Object read(Type type, ArtifactInput input) throws IOException {
    return input.path("file");
  }
}
