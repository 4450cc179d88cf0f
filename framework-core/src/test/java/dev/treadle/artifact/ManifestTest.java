package dev.treadle.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.UnsafePathException;
import dev.treadle.spi.ObjectDigest;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

final class ManifestTest {
  private static final ObjectDigest DIGEST = ObjectDigest.of("id,total\n".getBytes(UTF_8));

  @Test
  void writesTheJsonOfTheSpecification() {
    var manifest = manifest("part-0.csv");

    assertThat(new String(manifest.json(), UTF_8))
        .isEqualTo("{\"files\":[{\"name\":\"part-0.csv\",\"sha256\":\""
            + DIGEST.sha256()
            + "\",\"size\":9}],\"format\":\"treadle-manifest/1\","
            + "\"materializer\":{\"id\":\"csv\",\"version\":2},\"mediaType\":\"text/csv\"}");
  }

  @Test
  void isCanonicalByTheLibraryToo() throws Exception {
    var odd = manifest("\"quoted\"", "tab", "é/\ud83d\ude00", "\uff21", "\u2028", "</script>");

    assertThat(new JsonCanonicalizer(odd.json()).getEncodedUTF8()).isEqualTo(odd.json());
    var list = new ListManifest(List.of(odd.digest(), odd.digest()));
    assertThat(new JsonCanonicalizer(list.json()).getEncodedUTF8()).isEqualTo(list.json());
  }

  @Test
  void ordersNamesByCodePoint() {
    var grinning = "\ud83d\ude00";
    var fullWidthA = "\uff21";

    assertThat(grinning.compareTo(fullWidthA)).isNegative();
    assertThat(manifest(grinning, fullWidthA, "a").files())
        .extracting(ManifestFile::name)
        .containsExactly("a", fullWidthA, grinning);
  }

  @Test
  void hasOneDigestWhateverTheOrder() {
    assertThat(manifest("a", "b").digest()).isEqualTo(manifest("b", "a").digest());
    assertThat(manifest("a", "b").digest()).isNotEqualTo(manifest("a", "c").digest());
    // The content digest leaves names out, as OMS does.
    assertThat(manifest("a", "b").contentDigest()).isEqualTo(manifest("a", "c").contentDigest());
  }

  @Test
  void computesTheRootDigestOfSigners() {
    // printf 'a' | sha256sum and printf 'b' | sha256sum, joined as raw bytes and hashed again
    var files = List.of(
        new ManifestFile("b", ObjectDigest.of("b".getBytes(UTF_8))),
        new ManifestFile("a", ObjectDigest.of("a".getBytes(UTF_8))));

    assertThat(new FileManifest(files, "x", 1, "text/plain").contentDigest())
        .isEqualTo("sha256:e5a01fee14e0ed5c48714f22180f25ad8365b53f9779f79dc4a3d7e93963f94a");
  }

  @Test
  void readsWhatItWrote() {
    var manifest = manifest("a", "b/c", "\"é\"");
    var list = new ListManifest(List.of(manifest.digest()));

    assertThat(Manifest.parse(manifest.json())).isEqualTo(manifest);
    assertThat(Manifest.parse(list.json())).isEqualTo(list);
    assertThat(Manifest.parse(new ListManifest(List.of()).json()).files()).isEmpty();
  }

  @Test
  void refusesWhatIsNotCanonical() {
    var json = new String(manifest("a").json(), UTF_8);

    for (var other : List.of(
        json + " ",
        json.replace("\"files\"", "\"extra\":1,\"files\""),
        json.replace("treadle-manifest/1", "treadle-manifest/2"),
        json.replace("\"a\"", "\"../a\""),
        json.replace("\"size\":9", "\"size\":9.0"),
        json.substring(0, 40),
        "[]",
        "")) {
      assertThatThrownBy(() -> Manifest.parse(other.getBytes(UTF_8)))
          .as(other)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesNamesThatLeaveTheFolderOrTheSignature() {
    for (var name : List.of(
        "",
        "/a",
        "a/",
        "a//b",
        ".",
        "../a",
        "a/../b",
        "a\\b",
        "a\nb",
        "\0",
        "\ud83d",
        "x".repeat(256),
        ".git",
        ".git/x",
        ".github/w")) {
      assertThatThrownBy(() -> new ManifestFile(name, DIGEST))
          .as(name)
          .isInstanceOf(UnsafePathException.class);
    }
    assertThat(new ManifestFile("data/.git/config", DIGEST).name()).isEqualTo("data/.git/config");
  }

  @Test
  void refusesNoFilesAndTwoOfOneName() {
    assertThatThrownBy(() -> manifest()).hasMessageContaining("at least one file");
    assertThatThrownBy(() -> manifest("a", "a")).hasMessageContaining("named a");
  }

  private static FileManifest manifest(String... names) {
    var files =
        List.of(names).stream().map(name -> new ManifestFile(name, DIGEST)).toList();
    return new FileManifest(files, "csv", 2, "text/csv");
  }
}
