package dev.treadle.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import guru.nidi.graphviz.model.Link;
import guru.nidi.graphviz.model.LinkTarget;
import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.model.MutableNode;
import guru.nidi.graphviz.parse.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DotWriterTest {

  @Test
  void writesGroupsShapesAndLabels() {
    assertThat(DotWriter.write(Diagrams.of(Diagrams.MAP))).isEqualTo("""
        digraph "sample" {
          rankdir=LR;
          node [shape=box, style=rounded];
          "prepare";
          "plan";
          "best";
          subgraph "cluster trial-map" {
            label="for each item of trial-map";
            style=dashed;
            "trial-map" [peripheries=2];
            "train";
            "evaluate";
          }
          "prepare" -> "train";
          "prepare" -> "evaluate";
          "plan" -> "trial-map";
          "trial-map" -> "train" [label="each"];
          "train" -> "evaluate";
          "evaluate" -> "best" [label="all"];
        }
        """);
    assertThat(DotWriter.write(Diagrams.of(Diagrams.BRANCH)))
        .contains("\"check-branch\" [shape=diamond, style=solid];")
        .contains("\"check-branch\" -> \"alert\" [label=\"otherwise\"];")
        .contains("\"train\" -> \"close\" [label=\"after\", style=dashed];");
  }

  @Test
  void isReadByAnotherParserWithEachBoxAndArrowOnce() throws Exception {
    for (long seed = 1; seed <= 5; seed++) {
      Diagram diagram = Diagrams.random(30, 50, 10, seed);
      MutableGraph graph = new Parser().read(DotWriter.write(diagram));

      assertThat(graph.isDirected()).isTrue();
      assertThat(graph.nodes().stream()
              .map(node -> node.name().toString())
              .distinct()
              .sorted())
          .containsExactlyElementsOf(Diagrams.names(diagram));
      assertThat(arrows(graph)).isEqualTo(Diagrams.arrows(diagram));
    }
  }

  @Test
  void quotesWhatMightEndAName() throws Exception {
    String name = "a \"b\" \\ -> c";
    Box box = new Box(name, Box.Kind.STEP, -1, Optional.empty());
    MutableGraph graph =
        new Parser().read(DotWriter.write(new Diagram("x\" {", List.of(box), List.of())));

    assertThat(graph.nodes()).hasSize(1);
    assertThat(graph.nodes().iterator().next().links()).isEmpty();
  }

  private static List<String> arrows(MutableGraph graph) {
    List<String> arrows = new ArrayList<>();
    for (MutableNode node : graph.nodes()) {
      for (Link link : node.links()) {
        LinkTarget to = link.to();
        Object label = link.attrs().get("label");
        arrows.add(node.name() + ">" + to.name() + (label == null ? "" : ":" + label));
      }
    }
    return arrows.stream().sorted().toList();
  }
}
