package dev.treadle.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  record Sample(long n, double d, float f) {}

  @Test
  void ordersKeysByUtf16CodeUnits() {
    assertThat(text(Map.of("\uD83D\uDE00", 1, "\uFF21", 2, "a", 3)))
        .isEqualTo("{\"a\":3,\"\uD83D\uDE00\":1,\"\uFF21\":2}");
  }

  @Test
  void writesNumbersAsRfc8785Demands() {
    assertThat(canonical("[1.0, 1E21, 0.000001, 1e-7, -0.0, 333333333.33333329, 4.50]"))
        .isEqualTo("[1,1e+21,0.000001,1e-7,0,333333333.3333333,4.5]");
  }

  @Test
  void losesNoDigitOfAnInteger() {
    assertThat(text(List.of(1L << 53, (1L << 53) + 1, Long.MIN_VALUE)))
        .isEqualTo("[9007199254740992,\"9007199254740993\",\"-9223372036854775808\"]");
    assertThat(text(List.of(new BigDecimal("1.10")))).isEqualTo("[\"1.10\"]");
    assertThat(canonical("[0.12345678901234567890, 1e400]"))
        .isEqualTo("[\"0.1234567890123456789\",\"1E+400\"]");
  }

  @Test
  void givesAValueAndItsTextTheSameBytes() {
    for (var sample : List.of(
        new Sample(1, 5.684341886080802E-14, 0.1f),
        new Sample(-1, Double.MIN_VALUE, Float.MIN_VALUE),
        new Sample(1L << 60, Double.NaN, Float.MAX_VALUE),
        new Sample(0, 2.0E-3, 1.17549435E-38f))) {
      assertThat(text(sample)).isEqualTo(canonical(Json.writeString(sample)));
    }
  }

  @Test
  void leavesOutNullFieldsAndTakesScalars() {
    assertThat(canonical("{\"b\":null,\"a\":[null]}")).isEqualTo("{\"a\":[null]}");
    assertThat(text("é\n")).isEqualTo("\"é\\n\"");
    assertThat(text(1.0)).isEqualTo("1");
  }

  @Test
  void hashesTheCanonicalBytes() {
    assertThat(CanonicalJson.sha256(Json.parse("{ }")))
        .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }

  private static String text(Object value) {
    return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
  }

  private static String canonical(String json) {
    return new String(CanonicalJson.bytes(Json.parse(json)), StandardCharsets.UTF_8);
  }
}
