package dev.treadle.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.ArtifactCorruptedException;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.spi.ArtifactInput;
import dev.treadle.spi.ArtifactOutput;
import dev.treadle.spi.Materializer;
import dev.treadle.spi.StorePath;
import dev.treadle.spi.ValueDescription;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArtifactServiceTest {
  private static final Type LIST_OF_TEXT = listOf(String.class);

  @TempDir
  Path folder;

  private final MemoryArtifactStore store = new MemoryArtifactStore();
  private final TextMaterializer text = new TextMaterializer();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4096, 4097, 65536, 65537, 3_000_000})
  void loadsWhatItStored(int size) {
    for (var compression : Compression.values()) {
      for (var value : List.of("x".repeat(size), random(size))) {
        var stored = store(compression, value);

        assertThat(load(compression, stored)).isEqualTo(value);
        assertThat(stored.totalBytes()).isEqualTo(size);
        assertThat(stored.isInline()).isEqualTo(size <= 4096);
        assertThat(service(compression).verify(stored.ref("value"))).isEmpty();
      }
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void keepsSmallValuesOutOfTheStoreAndOffTheDisk() {
    var stored = store(Compression.NEVER, "small");

    assertThat(load(Compression.NEVER, stored)).isEqualTo("small");
    assertThat(store.objects).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void storesEqualContentOnceUnderItsDigest() {
    var first = store(Compression.NEVER, "x".repeat(10_000));
    var second = store(Compression.NEVER, "x".repeat(10_000));

    assertThat(second.manifestDigest()).isEqualTo(first.manifestDigest());
    assertThat(store.objects.keySet())
        .extracting(StorePath::toString)
        .containsExactly(
            blob(first, ""),
            "manifests/sha256/" + first.manifestDigest().substring(7, 9) + "/"
                + first.manifestDigest().substring(7) + ".json");
  }

  @Test
  void hasOneIdentityWhetherCompressedOrNot() {
    var plain = store(Compression.NEVER, "x".repeat(100_000));
    store.objects.clear();
    var compressed = store(Compression.WHERE_IT_PAYS, "x".repeat(100_000));

    assertThat(compressed.manifestDigest()).isEqualTo(plain.manifestDigest());
    assertThat(store.objects.get(StorePath.of(blob(plain, ".zst")))).hasSizeLessThan(1000);
  }

  @Test
  void keepsWhatDoesNotShrinkAsItIs() {
    var stored = store(Compression.WHERE_IT_PAYS, random(200_000));

    assertThat(store.objects).containsKey(StorePath.of(blob(stored, "")));
  }

  @ParameterizedTest
  @EnumSource
  void namesACorruptedFileBeforeAValueIsSeen(Damage damage) {
    for (int size : List.of(10_000, 3_000_000)) {
      store.objects.clear();
      var stored = store(Compression.NEVER, random(size));
      damage.apply(store, StorePath.of(blob(stored, "")));

      assertThatThrownBy(() -> load(Compression.NEVER, stored))
          .isInstanceOfSatisfying(
              ArtifactCorruptedException.class,
              e -> assertThat(e.code()).isEqualTo(CoreProblem.ART_CORRUPTED))
          .hasMessageContainingAll(
              "'value'", "text", stored.manifest().files().get(0).digest().sha256());
      assertThat(service(Compression.NEVER).verify(stored.ref("value")))
          .singleElement()
          .satisfies(problem -> assertThat(problem.file()).isEqualTo("text"));
      assertThat(leftovers()).isEmpty();
    }
  }

  @Test
  void namesADamagedRecordAndAMissingManifest() {
    var small = store(Compression.NEVER, "small");
    for (int i = 0; i < small.inline().length; i++) {
      var damaged = small.inline().clone();
      damaged[i] ^= 1;
      var ref = new StoredArtifactRef("value", small.manifestDigest(), damaged);
      assertThatThrownBy(() -> service(Compression.NEVER).load(ref, String.class, text))
          .isInstanceOf(ArtifactCorruptedException.class);
      assertThat(service(Compression.NEVER).verify(ref)).hasSize(1);
    }

    var large = store(Compression.NEVER, random(10_000));
    store.objects.keySet().removeIf(path -> path.toString().startsWith("manifests"));
    assertThatThrownBy(() -> load(Compression.NEVER, large))
        .isInstanceOf(ArtifactCorruptedException.class)
        .hasMessageContaining("manifest");
  }

  @Test
  void refusesAnotherMaterializerThanTheWriter() {
    var stored = store(Compression.NEVER, "x");
    var other = new Scripted(output -> {});

    assertThatThrownBy(
            () -> service(Compression.NEVER).load(stored.ref("value"), String.class, other))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CoreProblem.MAT_READ))
        .hasMessageContainingAll("text 1", "scripted 1");
  }

  @Test
  void leavesNothingBehindWhenAMaterializerMisbehaves() {
    var large = random(500_000).getBytes(UTF_8);
    var misdeeds = List.<Scripted.Write>of(
        output -> {},
        output -> {
          try (var file = output.create("a")) {
            file.write(large);
          }
          throw new IOException("broke");
        },
        output -> {
          try (var file = output.create("a")) {
            file.write(large);
            throw new IllegalStateException("broke");
          }
        },
        output -> output.create("open").write(large),
        output -> {
          output.create("a").close();
          output.create("a").close();
        },
        output -> {
          output.create("a").close();
          output.create("a/b").close();
        },
        output -> output.add("a", folder));

    for (var misdeed : misdeeds) {
      assertThatThrownBy(() ->
              service(Compression.NEVER).store("value", "x", String.class, new Scripted(misdeed)))
          .isInstanceOfSatisfying(
              TreadleException.class, e -> assertThat(e.code()).isEqualTo(CoreProblem.MAT_WRITE))
          .hasMessageContainingAll("scripted", "'value'");
      assertThat(store.objects).isEmpty();
      assertThat(leftovers()).isEmpty();
    }
    var outside = new Scripted(output -> output.create("../a"));
    assertThatThrownBy(() -> service(Compression.NEVER).store("value", "x", String.class, outside))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CoreProblem.ART_PATH));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100_000})
  void givesFilesAsPathsAndFolders(int size) throws IOException {
    var bytes = random(size);
    var source = Files.writeString(folder.resolve("source"), bytes);
    var paths =
        new Scripted(output -> {
          output.add("data/a", source);
          output.create("b").close();
        }) {
          @Override
          public String read(Type type, ArtifactInput input) throws IOException {
            assertThat(input.names()).containsExactly("b", "data/a");
            assertThat(input.size("data/a")).isEqualTo(size);
            assertThat(input.path("data/a")).hasContent(bytes);
            assertThat(input.directory().resolve("data/a")).hasContent(bytes);
            assertThatThrownBy(() -> input.open("c")).isInstanceOf(IOException.class);
            return "read";
          }
        };

    var service = service(Compression.NEVER);
    var stored = service.store("value", "x", String.class, paths);

    assertThat(service.load(stored.ref("value"), String.class, paths)).isEqualTo("read");
    assertThat(source).exists();
  }

  @Test
  void nestsValuesBelowFolders() {
    var outer =
        new Scripted(output -> {
          output.nested("first", "one", String.class);
          output.nested("deep/second", "two", String.class);
        }) {
          @Override
          public String read(Type type, ArtifactInput input) throws IOException {
            return input.nested("first", String.class) + " "
                + input.nested("deep/second", String.class);
          }
        };

    var service = service(Compression.NEVER);
    var stored = service.store("value", "x", String.class, outer);

    assertThat(service.load(stored.ref("value"), String.class, outer)).isEqualTo("one two");
  }

  @Test
  void listsItemsWithIdentitiesOfTheirOwn() {
    var service = service(Compression.NEVER);
    for (int size : List.of(0, 3, 500)) {
      var values =
          new ArrayList<>(IntStream.range(0, size).mapToObj(i -> "item " + i).toList());
      if (size > 0) {
        values.set(1, random(10_000));
      }
      var items = values.stream().map(value -> store(Compression.NEVER, value)).toList();

      var list = service.storeList(items);
      var ref = list.ref("list");

      assertThat(list.isInline()).isEqualTo(size < 500);
      assertThat(service.load(ref, LIST_OF_TEXT, text)).isEqualTo(values);
      assertThat(service.count(ref, LIST_OF_TEXT, text)).isEqualTo(size);
      assertThat(service.verify(ref)).isEmpty();
      for (int i = 0; i < size; i += 7) {
        assertThat(service.loadItem(ref, LIST_OF_TEXT, text, i)).isEqualTo(values.get(i));
      }
      assertThatThrownBy(() -> service.loadItem(ref, LIST_OF_TEXT, text, size))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void namesTheDamagedItemOfAList() {
    var items = List.of(store(Compression.NEVER, "a"), store(Compression.NEVER, random(9000)));
    var list = service(Compression.NEVER).storeList(items);
    store.objects.remove(StorePath.of(blob(items.get(1), "")));

    assertThat(service(Compression.NEVER).verify(list.ref("list")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.artifact()).isEqualTo("list[1]"));
  }

  @Test
  void keepsTheDescriptionOutsideTheIdentity() {
    var plain = new Scripted(output -> output.create("a").close());
    var described = new Scripted(output -> output.create("a").close()) {
      @Override
      public void describe(String value, Type type, ValueDescription description)
          throws IOException {
        description.fact("rows", 3);
        description.summary("3 rows");
        try (var preview = description.preview("text/csv")) {
          preview.write("a,b".getBytes(UTF_8));
        }
      }
    };

    var service = service(Compression.NEVER);
    var stored = service.store("value", "x", String.class, described);

    assertThat(stored.description().facts()).containsEntry("rows", 3);
    assertThat(stored.description().summary()).contains("3 rows");
    assertThat(stored.description().preview().orElseThrow().bytes()).asString().isEqualTo("a,b");
    assertThat(service.store("value", "x", String.class, plain).manifestDigest())
        .isEqualTo(stored.manifestDigest());
  }

  @Test
  void storesWithoutADescriptionThatFails() {
    var service = service(Compression.NEVER);
    var failing = new Scripted(output -> output.create("a").close()) {
      @Override
      public void describe(String value, Type type, ValueDescription description)
          throws IOException {
        description.preview("text/csv").write(new byte[(256 << 10) + 1]);
      }
    };

    assertThat(service.store("value", "x", String.class, failing).description().preview())
        .isEmpty();
  }

  private StoredArtifact store(Compression compression, String value) {
    return service(compression).store("value", value, String.class, text);
  }

  private Object load(Compression compression, StoredArtifact stored) {
    return service(compression).load(stored.ref("value"), String.class, text);
  }

  private ArtifactService service(Compression compression) {
    return new ArtifactService(
        store, folder.resolve("scratch"), compression, type -> text, ObjectGuard.NONE);
  }

  private List<Path> leftovers() {
    var temporaries = folder.resolve("scratch/tmp");
    if (!Files.exists(temporaries)) {
      return List.of();
    }
    try (var files = Files.list(temporaries)) {
      return files.toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String blob(StoredArtifact stored, String suffix) {
    var sha256 = stored.manifest().files().get(0).digest().sha256();
    return "blobs/sha256/" + sha256.substring(0, 2) + "/" + sha256 + suffix;
  }

  /** Seven random bits a byte: does not shrink by a sixth, and characters are bytes. */
  private static String random(int size) {
    var random = new Random(size);
    var text = new StringBuilder(size);
    for (int i = 0; i < size; i++) {
      text.append((char) random.nextInt(128));
    }
    return text.toString();
  }

  private static Type listOf(Type item) {
    return new ParameterizedType() {
      @Override
      public Type[] getActualTypeArguments() {
        return new Type[] {item};
      }

      @Override
      public Type getRawType() {
        return List.class;
      }

      @Override
      public Type getOwnerType() {
        return null;
      }
    };
  }

  private enum Damage {
    FLIPPED_BIT {
      @Override
      void apply(MemoryArtifactStore store, StorePath path) {
        store.objects.get(path)[100] ^= 1;
      }
    },
    TRUNCATED {
      @Override
      void apply(MemoryArtifactStore store, StorePath path) {
        store.objects.compute(path, (p, bytes) -> java.util.Arrays.copyOf(bytes, bytes.length - 1));
      }
    },
    EMPTY {
      @Override
      void apply(MemoryArtifactStore store, StorePath path) {
        store.objects.put(path, new byte[0]);
      }
    },
    MISSING {
      @Override
      void apply(MemoryArtifactStore store, StorePath path) {
        store.objects.remove(path);
      }
    };

    abstract void apply(MemoryArtifactStore store, StorePath path);
  }

  private static class Scripted implements Materializer<String> {
    private final Write write;

    Scripted(Write write) {
      this.write = write;
    }

    @FunctionalInterface
    interface Write {
      void to(ArtifactOutput output) throws IOException;
    }

    @Override
    public String id() {
      return "scripted";
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
      write.to(output);
    }

    @Override
    public String read(Type type, ArtifactInput input) throws IOException {
      throw new IOException("not read here");
    }
  }
}
