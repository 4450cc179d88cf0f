package dev.treadle.run.value;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.ExternalChangedException;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.ExternalObject;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.ReadsVersions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;

/** Resources inside a jar, as {@code Class.getResource} names them. Their version is their content. */
final class ClassPathData implements ReadsVersions {
  static final ClassPathData INSTANCE = new ClassPathData();
  private static final String ALGORITHM = "sha256:";

  private ClassPathData() {}

  static boolean reads(URI uri) {
    return "jar".equals(uri.getScheme());
  }

  @Override
  public ExternalObject stat(URI external) {
    try (InputStream bytes = external.toURL().openStream()) {
      ObjectDigest digest = ObjectDigest.of(bytes);
      return new ExternalObject(
          external, digest.size(), Instant.EPOCH, ALGORITHM + digest.sha256());
    } catch (IOException e) {
      throw failed(external, e);
    }
  }

  @Override
  public InputStream open(URI external, String version) {
    try (InputStream in = external.toURL().openStream()) {
      byte[] bytes = in.readAllBytes();
      String found = ALGORITHM + ObjectDigest.of(bytes).sha256();
      if (!found.equals(version)) {
        throw new ExternalChangedException(external.toString(), version, found);
      }
      return new ByteArrayInputStream(bytes);
    } catch (IOException e) {
      throw failed(external, e);
    }
  }

  private static TreadleException failed(URI uri, IOException e) {
    return new TreadleException(
        CoreProblem.STORE_IO, "Could not read " + uri + ": " + e.getMessage(), e);
  }
}
