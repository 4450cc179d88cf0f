package dev.treadle.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void cutsNoCharacterInTwo() {
    assertThat(Excerpt.cut("penguin", 7)).isEqualTo("penguin");
    assertThat(Excerpt.cut("penguins", 7)).isEqualTo("pengui…");
    assertThat(Excerpt.cut("ab🐧🐧", 4)).isEqualTo("ab…");
  }

  @Test
  void readsTheFirstRowsOfQuotedCsv() {
    assertThat(Excerpt.rows("name,note\r\n\"a, b\",\"say \"\"hi\"\"\nagain\"\nc,\nd,e\n", 3))
        .containsExactly(
            List.of("name", "note"), List.of("a, b", "say \"hi\"\nagain"), List.of("c", ""));
    assertThat(Excerpt.rows("name", 3)).containsExactly(List.of("name"));
    assertThat(Excerpt.rows("", 3)).isEmpty();
  }
}
