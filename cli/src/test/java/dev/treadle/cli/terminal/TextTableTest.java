package dev.treadle.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private final Look screen = new Look(true, false, true, 24, Instant.EPOCH);

  @Test
  void alignsWideAndCombiningCharacters() {
    TextTable table = new TextTable("A", "B")
        .row(Text.of("日本"), Text.of("x"))
        .row(Text.of("e\u0301"), Text.of("y"))
        .row(Text.of("👩‍🔬"), Text.of("z"));

    assertThat(table.lines(screen))
        .containsExactly("A     B", "日本  x", "e\u0301     y", "👩‍🔬    z");
  }

  @Test
  void cutsTheWidestColumnToTheScreen() {
    TextTable table = new TextTable("NAME", "SUMMARY")
        .row(Text.of("train"), Text.of("a summary that is much too long"));

    assertThat(table.lines(screen)).containsExactly("NAME   SUMMARY", "train  a summary that i…");
    assertThat(table.lines(screen)).allMatch(line -> CharacterWidth.of(line) <= 24);
  }

  @Test
  void cutsWhatMayBeCutBeforeAnythingElse() {
    TextTable table = new TextTable("STATUS", "STARTED", "NOTE")
        .cutting(2)
        .row(Text.of("completed"), Text.of("2 min ago"), Text.of("a note"));

    assertThat(table.lines(new Look(true, false, true, 28, Instant.EPOCH)))
        .containsExactly("STATUS     STARTED    NOTE", "completed  2 min ago  a note");
    assertThat(table.row(Text.of("x"), Text.of("y"), Text.of("a longer note")).lines(screen))
        .containsExactly(
            "STATUS    START…  NOTE", "complet…  2 min…  a note", "x         y       a lon…");
    assertThat(table.uncut().lines(screen))
        .contains("completed  2 min ago  a note", "x          y          a longer note");
  }

  @Test
  void aLongNameLeavesRoomForWhatIsSaidOfIt() {
    TextTable table = new TextTable("STEP", "SUMMARY")
        .cutting(1)
        .row(Text.of("reportOnAllThatWasFoundWithAVeryLongName"), Text.of("12 rows and 3 columns"));

    assertThat(table.lines(new Look(true, false, true, 48, Instant.EPOCH)))
        .containsExactly(
            "STEP                            SUMMARY",
            "reportOnAllThatWasFoundWithAV…  12 rows and 3 c…");
  }

  @Test
  void dividesByTabsAndCutsNothingWhenPiped() {
    TextTable table = new TextTable("NAME", "SUMMARY")
        .row(Text.of("train"), Text.of("a summary that is much too long\tand has a tab"));

    assertThat(table.lines(Look.plain(Instant.EPOCH)))
        .containsExactly("NAME\tSUMMARY", "train\ta summary that is much too long\\tand has a tab");
  }

  @Test
  void leavesNoBlanksAtTheEndOfALine() {
    TextTable table = new TextTable("A", "B").row(Text.of("long enough"), Text.EMPTY);

    assertThat(table.lines(screen)).containsExactly("A            B", "long enough");
  }

  @Test
  void showsWhatATerminalWouldObey() {
    assertThat(Text.of("\u001b[2Jred\u009b1m\u0007\u202eevil\r\n").content())
        .isEqualTo("\\x1b[2Jred\\x9b1m\\x07\\u202eevil\\x0d\\n");
  }

  @Test
  void paintsAfterAligning() {
    Look colours = new Look(true, true, true, 40, Instant.EPOCH);
    TextTable table = new TextTable("", List.of())
        .row(Text.of("ok", Style.GOOD), Text.of("next"))
        .row(Text.of("failed", Style.BAD), Text.of("next"));

    assertThat(table.lines(colours))
        .containsExactly("\u001b[32mok\u001b[0m      next", "\u001b[31mfailed\u001b[0m  next");
  }
}
