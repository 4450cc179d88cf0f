package dev.treadle.examples.penguins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final String SPECIES = "<script>\"A&B\"</script>";

  @Test
  void showsCountsAndARingAroundEachMistake() {
    String page = render("Adelie");

    assertThat(page)
        .contains("1 of 2 test rows are right: accuracy 0.500, macro F1 0.333.")
        .contains("<th scope=\"row\">Adelie</th><td class=\"hit\">1</td><td>0</td>")
        .contains("<th scope=\"row\">Gentoo</th><td>1</td><td class=\"hit\">0</td>")
        .contains("flipper length 185.0 to 220.0 mm")
        .containsOnlyOnce("class=\"miss\"")
        .contains("<title>Gentoo, taken for Adelie</title>");
  }

  @Test
  void escapesNamesThatComeFromTheFile() {
    assertThat(render(SPECIES))
        .doesNotContain("<script")
        .contains("&lt;script&gt;&quot;A&amp;B&quot;&lt;/script&gt;");
  }

  @Test
  void asksNoOtherHost() {
    assertThat(render("Adelie")).doesNotContain("http", "src=", "href=", "url(");
  }

  private static String render(String first) {
    var rows = List.of(
        new Penguin(first, "Dream", 38, 18, 185, 3600),
        new Penguin("Gentoo", "Biscoe", 48, 14, 220, 5200));
    var alwaysTheFirst = new Classifier(
        Penguin.FEATURES,
        List.of(first, "Gentoo"),
        new double[4],
        new double[] {1, 1, 1, 1},
        new double[][] {{0, 0, 0, 0, 1}, {0, 0, 0, 0, 0}});
    return ReportPage.render(
        alwaysTheFirst, Scores.of(new int[][] {{1, 0}, {1, 0}}), new Split(List.of(), rows));
  }
}
