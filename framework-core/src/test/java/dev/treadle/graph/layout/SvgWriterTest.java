package dev.treadle.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.Golden;
import dev.treadle.api.run.StepStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SvgWriterTest {

  @Test
  void writesTheSameAsBefore() {
    Golden.assertMatches(
        "graph-map.svg", SvgWriter.write(Diagrams.of(Diagrams.MAP)).strip());
  }

  @Test
  void showsEachBoxAndEachArrowOnce() throws Exception {
    for (long seed = 1; seed <= 5; seed++) {
      Diagram diagram = Diagrams.random(40, 60, 20, seed);
      Element svg = parsed(SvgWriter.write(diagram));

      assertThat(titles(svg, "box")).isEqualTo(Diagrams.names(diagram));
      assertThat(titles(svg, "arrow"))
          .isEqualTo(diagram.arrows().stream()
              .map(arrow -> diagram.boxes().get(arrow.from()).name() + " → "
                  + diagram.boxes().get(arrow.to()).name()
                  + (arrow.label().isEmpty() ? "" : " (" + arrow.label() + ")"))
              .sorted()
              .toList());
    }
  }

  @Test
  void tellsTheStatusByGlyphWordAndClass() throws Exception {
    Box failed =
        new Box("train", Box.Kind.STEP, -1, Optional.of(new BoxStatus(StepStatus.FAILED, 2, 200)));
    Element svg = parsed(SvgWriter.write(new Diagram("run", List.of(failed), List.of())));

    assertThat(titles(svg, "box step failed")).containsExactly("train: failed 2 of 200");
    assertThat(svg.getTextContent()).contains("✘ failed 2 of 200");
  }

  @Test
  void escapesEveryText() throws Exception {
    String name = "<script>alert(\"&\u0001\uD800\")</script>";
    Box box = new Box(name, Box.Kind.STEP, -1, Optional.empty());
    Box other = new Box("b", Box.Kind.STEP, -1, Optional.empty());
    Arrow arrow = new Arrow(0, 1, Arrow.Kind.VALUE, "");
    Element svg = parsed(SvgWriter.write(new Diagram(name, List.of(box, other), List.of(arrow))));

    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Pipeline <script>alert(\"&\uFFFD\uFFFD\")</script>");
  }

  @Test
  void needsNothingFromOutside() {
    assertThat(SvgWriter.write(Diagrams.of(Diagrams.BRANCH))
            .replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
        .doesNotContain("http", "href", "url(", "@import", "<script", " id=", " on", "style=\"");
  }

  private static Element parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  /** The titles of the elements with the classes, sorted. */
  private static List<String> titles(Element svg, String classes) {
    List<String> titles = new ArrayList<>();
    var groups = svg.getElementsByTagName("g");
    for (int i = 0; i < groups.getLength(); i++) {
      Element group = (Element) groups.item(i);
      if ((group.getAttribute("class") + " ").startsWith(classes + " ")) {
        titles.add(group.getElementsByTagName("title").item(0).getTextContent());
      }
    }
    return titles.stream().sorted().toList();
  }
}
