package dev.treadle.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheKeyTest {
  private static final Fingerprint.Known CODE =
      new Fingerprint.Known("ab12", Map.of("p.Steps#train", "ab12"));

  @Test
  void doesNotDependOnTheOrderOfParts() {
    var one = train()
        .param("depth", "5")
        .param("rate", "0.1")
        .input("rows", "sha256:aa")
        .version("1")
        .build();
    var two = train()
        .version("1")
        .input("rows", "sha256:aa")
        .param("rate", "0.1")
        .param("depth", "5")
        .build();

    assertThat(one.digest()).isEqualTo(two.digest()).matches("[0-9a-f]{64}");
    assertThat(one).isEqualTo(two);
    assertThat(one)
        .isNotEqualTo(train()
            .version("2")
            .param("rate", "0.1")
            .input("rows", "sha256:aa")
            .param("depth", "5")
            .build());
  }

  @Test
  void keepsItsDigestFromReleaseToRelease() {
    var key = train()
        .version("1")
        .code(CODE)
        .param("I", "\"ı\"")
        .input("rows", "sha256:aa")
        .build();

    assertThat(key.digest())
        .isEqualTo("acf0cc5005e7ddb8dea35c53fddecb7eb19894050ae24b2d4be73c66fec61f56");
  }

  static Stream<UnaryOperator<CacheKey.Builder>> parts() {
    return Stream.of(
        key -> key.version("1"),
        key -> key.code(CODE),
        key -> key.param("a", "1"),
        key -> key.param("a", "11"),
        key -> key.param("a1", "1"),
        key -> key.input("a", "1"),
        key -> key.output("a", "p.Model", "json/1"),
        key -> key.output("a", "p.Model", "json/2"),
        key -> key.file("a", "1"),
        key -> key.environment("a", "1"));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void differsByEachPart(UnaryOperator<CacheKey.Builder> part) {
    String with = part.apply(train()).build().digest();

    assertThat(parts().map(other -> other.apply(train()).build().digest()).filter(with::equals))
        .hasSize(1);
    assertThat(with).isNotEqualTo(train().build().digest());
  }

  @Test
  void doesNotDependOnHowTheCodeIsToldByParts() {
    var other = new Fingerprint.Known("ab12", Map.of("p.Steps", "ab12"));

    assertThat(train().code(CODE).build().digest())
        .isEqualTo(train().code(other).build().digest());
  }

  @Test
  void survivesJson() {
    var key = train()
        .version("1")
        .code(CODE)
        .param("text", "\"a\\n😀\"")
        .input("rows", "sha256:aa")
        .output("", "p.Model", "json/1")
        .file("a b.csv", "sha256:cc")
        .environment("LANG", "")
        .build();

    var read = CacheKey.fromJson(key.toJson());

    assertThat(read).isEqualTo(key);
    assertThat(read.digest()).isEqualTo(key.digest());
    assertThat(key.toJson()).isEqualTo("""
            {"parts":{"METHOD":{"":"p.Steps#train(I)V"},\
            "VERSION":{"":"1"},\
            "CODE":{"":"ab12"},\
            "PARAM":{"text":"\\"a\\\\n😀\\""},\
            "INPUT":{"rows":"sha256:aa"},\
            "OUTPUT":{"":"p.Model by json/1"},\
            "FILE":{"a b.csv":"sha256:cc"},\
            "ENV":{"LANG":""}},\
            "code":{"p.Steps#train":"ab12"}}""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"parts\":{\"PARM\":{}},\"code\":{}}",
        "{\"parts\":{\"CODE\":{\"\":null}},\"code\":{}}"
      })
  void refusesTextThatIsNoKey(String json) {
    assertThatThrownBy(() -> CacheKey.fromJson(json))
        .isInstanceOf(TreadleException.class)
        .hasMessageStartingWith("A stored cache key cannot be read")
        .extracting(e -> ((TreadleException) e).code())
        .isEqualTo(CoreProblem.STORE_LAYOUT);
  }

  @Test
  void refusesAPartGivenTwice() {
    assertThatThrownBy(() -> train().param("depth", "1").param("depth", "2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The key has two parts named param depth");
  }

  private static CacheKey.Builder train() {
    return CacheKey.of("p.Steps", "train", "(I)V");
  }
}
