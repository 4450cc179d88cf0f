package dev.treadle.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

  @ParameterizedTest
  @ValueSource(strings = {"train", "churn/train/model@7", "@latest", "sha256:ab12cd34", "a-b_c.d"})
  void plainWordsStandAsTheyAre(String word) {
    assertThat(ShellWord.of(word)).isEqualTo(word);
  }

  @Test
  void othersAreQuoted() {
    assertThat(ShellWord.of("basket[0]")).isEqualTo("'basket[0]'");
    assertThat(ShellWord.of("it's mine")).isEqualTo("'it'\\''s mine'");
    assertThat(ShellWord.of("")).isEqualTo("''");
  }
}
