package dev.treadle.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.StepStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MermaidWriterTest {
  private static final Pattern ARROW =
      Pattern.compile("  n(\\d+) (?:-->|-\\.->)(?:\\|(\\w+)\\|)? n(\\d+)");

  @Test
  void writesGroupsShapesAndLabels() {
    assertThat(MermaidWriter.write(Diagrams.of(Diagrams.MAP))).isEqualTo("""
        flowchart LR
          n0["prepare"]
          n1["plan"]
          n5["best"]
          subgraph g2["for each item of trial-map"]
            n2[["trial-map"]]
            n3["train"]
            n4["evaluate"]
          end
          n0 --> n3
          n0 --> n4
          n1 --> n2
          n2 -->|each| n3
          n3 --> n4
          n4 -->|all| n5
        """);
    assertThat(MermaidWriter.write(Diagrams.of(Diagrams.BRANCH)))
        .contains("n2{\"check-branch\"}", "n2 -->|otherwise| n5", "n0 -.->|after| n6");
  }

  @Test
  void writesEachArrowOnce() {
    Diagram diagram = Diagrams.random(30, 50, 10, 3);
    List<String> arrows = new ArrayList<>();
    MermaidWriter.write(diagram).lines().forEach(line -> {
      Matcher arrow = ARROW.matcher(line);
      if (arrow.matches()) {
        arrows.add(diagram.boxes().get(Integer.parseInt(arrow.group(1))).name() + ">"
            + diagram.boxes().get(Integer.parseInt(arrow.group(3))).name()
            + (arrow.group(2) == null ? "" : ":" + arrow.group(2)));
      }
    });

    assertThat(arrows.stream().sorted()).containsExactlyElementsOf(Diagrams.arrows(diagram));
  }

  @Test
  void outlinesBoxesByTheirStatus() {
    Box failed =
        new Box("a", Box.Kind.STEP, -1, Optional.of(new BoxStatus(StepStatus.FAILED, 1, 1)));

    assertThat(MermaidWriter.write(new Diagram("run", List.of(failed), List.of())))
        .isEqualTo("""
        flowchart LR
          n0["a<br/>✘ failed"]
          classDef failed stroke:#b3261e,stroke-width:3px
          class n0 failed
        """);
  }

  @Test
  void escapesWhatMightEndAName() {
    Box box = new Box("a\"]<b> #1", Box.Kind.STEP, -1, Optional.empty());

    assertThat(MermaidWriter.write(new Diagram("odd", List.of(box), List.of())))
        .isEqualTo("flowchart LR\n  n0[\"a#quot;]#lt;b#gt; #35;1\"]\n");
  }
}
