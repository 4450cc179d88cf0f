package dev.treadle.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import java.io.IOException;
import java.lang.reflect.Type;

/** Strings as one file. */
final class TextMaterializer implements Materializer<String> {
  @Override
  public String id() {
    return "text";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public boolean handles(Type type) {
    return type == String.class;
  }

  @Override
  public String mediaType(Type type) {
    return "text/plain";
  }

  @Override
  public void write(String value, Type type, ArtifactOutput output) throws IOException {
    try (var file = output.create("text")) {
      file.write(value.getBytes(UTF_8));
    }
  }

  @Override
  public String read(Type type, ArtifactInput input) throws IOException {
    try (var file = input.open("text")) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
