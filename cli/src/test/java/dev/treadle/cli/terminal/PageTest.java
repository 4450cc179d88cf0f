package dev.treadle.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final Look SCREEN = new Look(true, false, true, 30, Instant.EPOCH);

  @Test
  void breaksBetweenGroupsBeforeItBreaksThem() {
    assertThat(new Page(SCREEN).fact("metrics", "auc 0.791   loss 0.2   f1 0.5").lines())
        .containsExactly("  metrics  auc 0.791", "           loss 0.2   f1 0.5");
  }

  @Test
  void breaksBeforeTheDotThatDividesCommands() {
    assertThat(
            new Page(SCREEN).text(Text.of("Next: run logs 3 · run show 3 fit")).lines())
        .containsExactly("Next: run logs 3", "  · run show 3 fit");
  }

  @Test
  void breaksBetweenWordsAndThenInsideThem() {
    assertThat(new Page(SCREEN).fact("cause", "depth must be >= 1, was 0").lines())
        .containsExactly("  cause    depth must be >= 1,", "           was 0");
    assertThat(new Page(SCREEN).fact("from", "file:/a/long/path/of/data.json x").lines())
        .containsExactly("  from     file:/a/long/path/o", "           f/data.json x");
  }

  @Test
  void neverSplitsWideCharactersAndCountsThemTwice() {
    assertThat(new Page(SCREEN).fact("from", "日本".repeat(7)).lines())
        .containsExactly("  from     日本日本日本日本日", "           本日本日本");
  }

  @Test
  void breaksNothingWherePeopleDoNotLook() {
    String value = "word ".repeat(40) + "end";

    assertThat(new Page(Look.plain(Instant.EPOCH)).fact("meta", value).lines())
        .containsExactly("  meta     " + value);
  }

  @Test
  void paintsEachPartOfABrokenLineByItself() {
    Look colours = new Look(true, true, true, 20, Instant.EPOCH);

    assertThat(colours.wrapped("  ", Text.of("one two three four five", Style.BAD)))
        .containsExactly(
            "\u001b[31mone\u001b[0m\u001b[31m two\u001b[0m\u001b[31m three\u001b[0m"
                + "\u001b[31m four\u001b[0m",
            "  \u001b[31mfive\u001b[0m");
  }

  @Test
  void leavesOutWhatIsEmpty() {
    assertThat(new Page(SCREEN).fact("tags", "").fact("a", "b").lines())
        .containsExactly("  a        b");
  }
}
