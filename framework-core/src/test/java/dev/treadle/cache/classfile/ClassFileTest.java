package dev.treadle.cache.classfile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassFileTest {

  @Test
  void readsWhatTheClassDeclares() throws IOException {
    ClassFile file = ClassFile.parse(bytes(Sample.class));

    assertThat(file.name()).isEqualTo("dev/treadle/cache/classfile/ClassFileTest$Sample");
    assertThat(file.isFinal()).isTrue();
    assertThat(file.supertypes()).containsExactly("java/lang/Record", "java/lang/Runnable");
    assertThat(file.fields()).containsOnlyKeys("typedLjava/util/Map;");
    assertThat(file.methods())
        .containsKeys("run()V", "typed()Ljava/util/Map;", "<init>(Ljava/util/Map;)V");
  }

  @Test
  void findsTheTypesWithinAGenericType() throws IOException {
    ClassFile file = ClassFile.parse(bytes(Sample.class));

    assertThat(file.fields().values())
        .flatExtracting(Member::types)
        .containsExactly("java/util/Map", "java/lang/String", "java/util/List", "java/net/URI");
    assertThat(
            TypeNames.in("<Label:Ljava/lang/Object;>(TLabel;[[Lp/Table;I)Lp/Outer<+Lp/T;>.Inner;"))
        .containsExactly("java/lang/Object", "p/Table", "p/Outer", "p/T");
  }

  @Test
  void tellsWhatAMethodRefersTo() throws IOException {
    Member run =
        Objects.requireNonNull(ClassFile.parse(bytes(Sample.class)).methods().get("run()V"));

    assertThat(run.references())
        .contains(
            new Reference(Reference.Kind.NEW, "java/lang/IllegalStateException", "", ""),
            new Reference(
                Reference.Kind.CALL,
                "java/lang/IllegalStateException",
                "<init>",
                "(Ljava/lang/String;)V"),
            new Reference(Reference.Kind.STATIC_CALL, "java/util/List", "of", "()Ljava/util/List;"),
            new Reference(Reference.Kind.LITERAL, "java/lang/Number", "", ""));
  }

  @Test
  void readsTheClassesOfTheJdk() throws IOException {
    Path classes = FileSystems.getFileSystem(URI.create("jrt:/"))
        .getPath("/modules/java.base/java/util/concurrent");
    try (Stream<Path> files = Files.walk(classes)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".class")).toList();

      assertThat(all)
          .hasSizeGreaterThan(100)
          .allSatisfy(file -> assertThat(contentOf(Files.readAllBytes(file))).isNotEmpty());
    }
  }

  @Test
  void refusesAClassFileThatWasCutAnywhere() throws IOException {
    byte[] whole = bytes(Sample.class);

    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(catchThrowable(() -> contentOf(cut)))
          .as("cut at " + length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void endsWithAnAnswerOrAnIoFailureWhenAByteIsFlipped() throws IOException {
    byte[] whole = bytes(Sample.class);

    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x55;
      Throwable failure = catchThrowable(() -> contentOf(flipped));
      if (failure != null) {
        assertThat(failure)
            .as("flipped at " + at)
            .isInstanceOfAny(IOException.class, UncheckedIOException.class);
      }
    }
  }

  @Test
  void refusesWhatIsNoClassFile() {
    assertThatThrownBy(() -> ClassFile.parse("no class file".getBytes(US_ASCII)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
  }

  private static List<String> contentOf(byte[] bytes) throws IOException {
    ClassFile file = ClassFile.parse(bytes);
    return Stream.of(Map.of("", file.declaration()), file.fields(), file.methods())
        .flatMap(members -> members.values().stream())
        .map(Member::digest)
        .toList();
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String name = type.getName();
    try (InputStream in =
        type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  record Sample(Map<String, List<URI>> typed) implements Runnable {
    @Override
    public void run() {
      Object seen = List.of();
      Runnable inner = () -> System.out.println(seen);
      switch (seen.toString()) {
        case "a" -> inner.run();
        case "b" -> throw new IllegalStateException("b");
        default -> System.out.println(Number.class);
      }
    }
  }
}
