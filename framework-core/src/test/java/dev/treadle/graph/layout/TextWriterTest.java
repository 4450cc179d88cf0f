package dev.treadle.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextWriterTest {

  @Test
  void drawsFromLeftToRightAndLongArrowsBelow() {
    assertDrawn(Diagrams.PENGUINS, """
        load ─▶ clean ─▶ split ─┬─▶ train ─┬─▶ evaluate ─▶ report
                                └──────────│────▲───────────▲ ▲
                                           └──────────────────┘
        """);
  }

  @Test
  void drawsADiamond() {
    assertDrawn("a; b; c; d; a>b; a>c; b>d; c>d", """
        a ─┬─▶ b ─┬─▶ d
           └─▶ c ─┘
        """);
  }

  @Test
  void labelsWhereAMapAndABranchBegin() {
    assertDrawn(Diagrams.MAP, """
        plan ─▶ trial-map ───each─▶ train ─▶ evaluate ─all─▶ best
                           ┌─────────▲────────▲
                prepare ───┘
        """);
    assertDrawn(Diagrams.BRANCH, """
        train ─┬───────▶ check ─▶ check-branch? ─┬─otherwise─▶ alert ──┐
               │                                 └──────then─▶ deploy ─│─▶ notify ─▶ close
               ├────────────────────────────────────────────────▲      │              ▲ ▲
               └───────────────────────────────────────────────────────│─────────after┘ │
                                                                       └────────────────┘
        """);
  }

  @Test
  void drawsWithAsciiWhereGlyphsDoNotArrive() {
    assertThat(TextWriter.write(Diagrams.of(Diagrams.PENGUINS), 80, false))
        .containsExactly(
            "load -> clean -> split -+-> train -+-> evaluate -> report",
            "                        +----------|----^-----------^ ^",
            "                                   +------------------+");
  }

  @Test
  void listsWhatDoesNotFit() {
    assertThat(TextWriter.write(Diagrams.of(Diagrams.MAP), 30, true))
        .containsExactly(
            "prepare",
            "├─▶ train",
            "└─▶ evaluate",
            "plan",
            "└─▶ trial-map",
            "trial-map",
            "└─each─▶ train",
            "    train",
            "    └─▶ evaluate",
            "    evaluate",
            "    └─all─▶ best",
            "best");
  }

  @Test
  void drawsFiftyBoxesBelowEachOther() {
    String boxes = IntStream.range(0, 50)
        .mapToObj(i -> "w" + i + "; start>w" + i)
        .collect(Collectors.joining("; "));
    String joins =
        IntStream.range(0, 50).mapToObj(i -> "w" + i + ">join").collect(Collectors.joining("; "));
    Diagram diagram = Diagrams.of("start; " + boxes + "; join; " + joins);

    List<String> lines = TextWriter.write(diagram, 80, true);

    assertThat(lines).hasSize(50);
    assertThat(lines.get(0)).isEqualTo("start ─┬─▶ w0 ──┬─▶ join");
    assertThat(lines.get(49)).isEqualTo("       └─▶ w49 ─┘");
    assertThat(new TextReader(lines).arrows()).isEqualTo(Diagrams.arrows(diagram));
  }

  @Test
  void everyDrawingCanBeReadInOneWayOnly() {
    int drawn = 0;
    for (int seed = 0; seed < 2_000; seed++) {
      Diagram diagram = Diagrams.random(2 + seed % 12, 1 + seed % 17, 6, seed);
      List<String> lines = TextDrawing.of(diagram).lines(200).orElse(List.of());
      if (!lines.isEmpty()) {
        drawn++;
        TextReader reader = new TextReader(lines);
        assertThat(reader.arrows())
            .as(() -> String.join("\n", lines))
            .isEqualTo(Diagrams.arrows(diagram));
      }
    }
    assertThat(drawn).isGreaterThan(1_200);
  }

  @Test
  void listsEveryBoxAndEveryArrowOnce() {
    Diagram diagram = Diagrams.random(40, 60, 10, 1);
    List<String> lines = TextList.lines(diagram);

    assertThat(lines)
        .filteredOn(line -> !line.contains("▶"))
        .extracting(String::strip)
        .containsExactlyInAnyOrderElementsOf(Diagrams.names(diagram));
    assertThat(lines)
        .filteredOn(line -> line.contains("▶"))
        .hasSize(diagram.arrows().size());
  }

  private static void assertDrawn(String diagram, String expected) {
    List<String> lines = TextWriter.write(Diagrams.of(diagram), 100, true);
    assertThat(String.join("\n", lines) + "\n").isEqualTo(expected);
    assertThat(new TextReader(lines).arrows()).isEqualTo(Diagrams.arrows(Diagrams.of(diagram)));
  }
}
