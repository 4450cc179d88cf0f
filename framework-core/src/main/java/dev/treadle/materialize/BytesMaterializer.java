package dev.treadle.materialize;

import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.ValueDescription;
import java.io.IOException;
import java.lang.reflect.Type;

/** Bytes as they are. */
final class BytesMaterializer implements Materializer<byte[]> {

  private static final String FILE = "value.bin";

  @Override
  public String id() {
    return "bytes";
  }

  @Override
  public int formatVersion() {
    return 1;
  }

  @Override
  public boolean handles(Type type) {
    return type == byte[].class;
  }

  @Override
  public String mediaType(Type type) {
    return "application/octet-stream";
  }

  @Override
  public void write(byte[] value, Type type, ArtifactOutput output) throws IOException {
    try (var out = output.create(FILE)) {
      out.write(value);
    }
  }

  @Override
  public byte[] read(Type type, ArtifactInput input) throws IOException {
    try (var in = input.open(FILE)) {
      return in.readAllBytes();
    }
  }

  @Override
  public void describe(byte[] value, Type type, ValueDescription description) {
    description.fact("bytes", value.length);
    description.summary(value.length + " bytes");
  }
}
