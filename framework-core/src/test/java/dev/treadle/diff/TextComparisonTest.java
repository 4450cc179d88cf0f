package dev.treadle.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.diff.TextHunk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextComparisonTest {

  @Test
  void showsTheLinesAroundAChange() {
    var base = numbered(1, 20);
    var other = new ArrayList<>(base);
    other.set(9, "ten");
    other.add(11, "new");
    other.add("end");

    var difference = TextComparison.between(base, other);

    assertThat(difference.added()).isEqualTo(3);
    assertThat(difference.removed()).isEqualTo(1);
    assertThat(difference.complete()).isTrue();
    assertThat(difference.hunks())
        .containsExactly(
            new TextHunk(
                7, 7, List.of(" 7", " 8", " 9", "-10", "+ten", " 11", "+new", " 12", " 13", " 14")),
            new TextHunk(18, 19, List.of(" 18", " 19", " 20", "+end")));
  }

  @Test
  void findsNothingInEqualTexts() {
    assertThat(TextComparison.between(numbered(1, 9), numbered(1, 9)).isEmpty()).isTrue();
    assertThat(TextComparison.between(List.of(), List.of("a")).hunks())
        .containsExactly(new TextHunk(1, 1, List.of("+a")));
  }

  @Test
  void onlyCountsLinesOfTextsThatHaveNothingInCommon() {
    var difference = TextComparison.between(numbered(0, 15_000), numbered(20_000, 40_000));

    assertThat(difference.complete()).isFalse();
    assertThat(difference.hunks()).isEmpty();
    assertThat(difference.removed()).isEqualTo(15_001);
    assertThat(difference.added()).isEqualTo(20_001);
  }

  private static List<String> numbered(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
  }
}
