package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.artifact.StoredArtifact;
import dev.treadle.artifact.StoredArtifactRef;
import dev.treadle.error.ArtifactCorruptedException;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.materialize.Materializers;
import dev.treadle.materialize.kryo.KryoCodec;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.ObjectDigest;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stored bytes are data: what is not what was stored is refused, and no code that they name is run. */
@Timeout(120)
class StoredBytesTest {
  @TempDir
  Path folder;

  private TestProject project;

  @BeforeEach
  void open() {
    System.clearProperty("evil");
    project = TestProject.stored(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void refusesAFlippedBitNamingTheArtifactAndBothDigests() throws IOException {
    Ran ran = project.run(p -> p.step(VaultSteps::vault));
    Path blob = blob();
    byte[] bytes = Files.readAllBytes(blob);
    String expected = ObjectDigest.of(bytes).sha256();
    bytes[bytes.length / 3] ^= 0x10;
    overwrite(blob, bytes);

    assertRefused(ran, expected, ObjectDigest.of(bytes).sha256());
  }

  @Test
  void refusesACutFileNamingTheArtifactAndBothSizes() throws IOException {
    Ran ran = project.run(p -> p.step(VaultSteps::vault));
    Path blob = blob();
    byte[] bytes = Files.readAllBytes(blob);
    overwrite(blob, Arrays.copyOf(bytes, bytes.length - 7));

    assertRefused(ran, ObjectDigest.of(bytes).sha256(), String.valueOf(bytes.length - 7));
  }

  @Test
  void refusesForeignBytesInPlaceOfAValueBeforeAnyClassIsLoaded() throws IOException {
    Ran ran = project.run(p -> p.step(VaultSteps::vault));
    Path blob = blob();
    String expected = ObjectDigest.of(blob).sha256();
    byte[] hostile = hostileStream();
    overwrite(blob, hostile);

    assertRefused(ran, expected, String.valueOf(hostile.length));
    assertThat(System.getProperty("evil")).isNull();
  }

  @Test
  void refusesAStreamOfTheRightDigestThatNamesAClassWhichWasNeverDeclared() {
    Type type = VaultSteps.Treasure.class;
    Materializer<Object> kryo =
        Materializers.load(StoredBytesTest.class.getClassLoader()).byId("kryo");
    StoredArtifact stored = project
        .workspace()
        .artifacts()
        .store("vault@1", new Object(), type, new ForgingMaterializer());
    var reference = new StoredArtifactRef("vault@1", stored.manifestDigest(), stored.inline());

    assertThatThrownBy(() -> project.workspace().artifacts().load(reference, type, kryo))
        .isInstanceOfSatisfying(
            TreadleException.class,
            e -> assertThat(e.code()).isEqualTo(CoreProblem.MAT_FORBIDDEN_CLASS))
        .hasMessageContaining("vault@1")
        .hasMessageContaining("EvilGem");
    assertThat(System.getProperty("evil")).isNull();
  }

  @Test
  void wouldNoticeTheCodeOfTheNamedClass() throws ReflectiveOperationException {
    Class.forName("dev.treadle.EvilGem").getConstructor().newInstance();

    assertThat(System.getProperty("evil")).isEqualTo("constructor");
  }

  private void assertRefused(Ran ran, String expected, String found) throws IOException {
    ArtifactVersion version = ran.version("vault");
    assertThat(version.materializer()).isEqualTo("kryo/1");

    // A process that has not seen the bytes yet.
    project.close();
    project = TestProject.stored(folder);
    Ran reader = project.run(p -> p.step(VaultSteps::reads).with(version.label()));

    assertThat(reader.result().error())
        .contains("ArtifactCorruptedException", version.label(), expected, found);
    assertThat(reader.step("reads").failure().errorClass())
        .isEqualTo(ArtifactCorruptedException.class.getName());
  }

  private Path blob() throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().contains("blobs"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void overwrite(Path file, byte[] bytes) throws IOException {
    Files.delete(file);
    Files.write(file, bytes);
  }

  /** A Kryo stream that names a class instead of giving the number of a declared one. */
  private static byte[] hostileStream() {
    var out = new Output(8_192, -1);
    out.writeVarInt(1, true); // the mark of a class that is named
    out.writeVarInt(0, true);
    out.writeString("dev.treadle.EvilGem");
    return out.toBytes();
  }

  /** Writes what the materializer of Kryo takes for its own file. */
  private static final class ForgingMaterializer implements Materializer<Object> {

    @Override
    public String id() {
      return "kryo";
    }

    @Override
    public int formatVersion() {
      return 1;
    }

    @Override
    public boolean handles(Type type) {
      return true;
    }

    @Override
    public String mediaType(Type type) {
      return "application/x-treadle-kryo";
    }

    @Override
    public void write(Object value, Type type, ArtifactOutput output) throws IOException {
      byte[] schema = KryoCodec.find(type).orElseThrow().schema();
      byte[] bytes = hostileStream();
      CRC32C checksum = new CRC32C();
      checksum.update(bytes);
      try (var out = new DataOutputStream(output.create("value.kryo"))) {
        out.writeInt(0x5452444B);
        out.writeByte(1);
        out.writeInt(schema.length);
        out.write(schema);
        out.writeInt(bytes.length);
        out.writeInt((int) checksum.getValue());
        out.write(bytes);
      }
    }

    @Override
    public Object read(Type type, ArtifactInput input) {
      throw new UnsupportedOperationException("Only the real one reads");
    }

    @Override
    public boolean immutable(Type type) {
      return false;
    }
  }
}
