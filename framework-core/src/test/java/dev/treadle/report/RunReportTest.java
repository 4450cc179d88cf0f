package dev.treadle.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.Failure;
import dev.treadle.api.run.RunStatus;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.NewEdge;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
  private static final String HOSTILE = "</script><script>alert(1)</script>\"'><img src=x"
      + " onerror=alert(1)>&amp;\u202e\u0007\u061c<!--";

  @TempDir
  Path folder;

  @Test
  void hostileTextIsShownAndNothingElse() {
    try (RecordedRun run = hostile()) {
      String html = run.html();
      Document page = Jsoup.parse(html);

      assertThat(page.select("script, iframe, object, embed, link, base, form, a"))
          .isEmpty();
      assertThat(page.getAllElements().stream()
              .flatMap(element -> element.attributes().asList().stream())
              .filter(attribute -> attribute.getKey().startsWith("on")))
          .isEmpty();
      assertThat(page.select("img"))
          .extracting(img -> img.attr("src").substring(0, 11))
          .containsOnly("data:image/");
      assertThat(html).doesNotContain("\u202e", "\u0007", "\u061c");
      String shown = "</script><script>alert(1)</script>\"'><img src=x"
          + " onerror=alert(1)>&amp;\\u202e\\x07\\u061c<!--";
      assertThat(page.select("h1").text()).isEqualTo(shown + " #1");
      assertThat(page.select("#failures ~ h3").text()).isEqualTo(shown);
      assertThat(page.select("#artifacts ~ article pre").text()).contains(shown);
      assertThat(page.select("dt")).extracting(Element::text).contains("tag " + shown);
    }
  }

  @Test
  void readersOfAnyKindFindTheirWay() {
    try (RecordedRun run = hostile()) {
      Document page = Jsoup.parse(run.html());

      assertThat(page.select("[id]")).extracting(Element::id).doesNotHaveDuplicates();
      assertThat(page.select("[aria-labelledby]"))
          .isNotEmpty()
          .allSatisfy(section ->
              assertThat(page.getElementById(section.attr("aria-labelledby"))).isNotNull());
      assertThat(page.select("th")).isNotEmpty().allMatch(th -> th.hasAttr("scope"));
      assertThat(page.select("img"))
          .isNotEmpty()
          .allMatch(img -> !img.attr("alt").isEmpty());
      assertThat(page.select("svg"))
          .isNotEmpty()
          .allMatch(svg -> svg.attr("role").equals("img"));
      int level = 0;
      for (Element heading : page.select("h1, h2, h3")) {
        int next = heading.tagName().charAt(1) - '0';
        assertThat(next).isLessThanOrEqualTo(level + 1);
        level = next;
      }
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
          .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    }
  }

  @Test
  void theSameRunGivesTheSameBytesEverywhere() {
    try (RecordedRun run = hostile()) {
      String before = run.html();
      Locale locale = Locale.getDefault();
      TimeZone zone = TimeZone.getDefault();
      try {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

        assertThat(run.html()).isEqualTo(before);
      } finally {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
      }
    }
  }

  @Test
  void ofAnEnormousRunThePageStaysSmallAndSaysWhatIsMissing() {
    try (RecordedRun run = new RecordedRun(folder, "wide", "ana", "{\"depth\":3}")) {
      run.step(
          "train",
          -1,
          null,
          "",
          List.of(),
          List.of(),
          IntStream.range(0, 100_000)
              .mapToObj(i -> new MetricPoint("loss", i, 1.0 / (i + 1), RecordedRun.START))
              .toList());
      for (int i = 0; i < 10_000; i++) {
        run.step(
            "fit",
            i,
            null,
            "",
            List.of(RecordedRun.version("wide/fit" + i, "", "text/plain", new byte[0])),
            List.of(),
            List.of(new MetricPoint("score", -1, i, RecordedRun.START)));
      }
      run.end(RunStatus.COMPLETED, null);

      String html = run.html();

      assertThat(html.length()).isLessThan(500_000);
      assertThat(Jsoup.parse(html).select("td.number").eachText())
          .contains("0 … 9,999 in 10,000 items");
      assertThat(Jsoup.parse(html).select(".note").eachText())
          .contains(
              "10,000 more step runs left out.",
              "9,900 more artifacts left out.",
              "The lineage of 9,990 more results left out.")
          .anyMatch(note -> note.matches("train: [0-9,]+ of 100,000 points, with .*"));
    }
  }

  @Test
  void theUsersFramesComeFirst() {
    try (RecordedRun run = hostile()) {
      Document page = Jsoup.parse(run.html());

      assertThat(page.select("#failures ~ pre").text())
          .isEqualTo("at credit.CreditSteps.train(CreditSteps.java:48)");
      assertThat(page.select("details pre").text()).contains("at java.base/java.lang.reflect");
    }
  }

  /** A run in which everything that can be named is named to do harm. */
  private RecordedRun hostile() {
    RecordedRun run =
        new RecordedRun(folder, HOSTILE, HOSTILE, "{\"depth\":3,\"title\":\"<b>\\u0007\"}");
    var rows = RecordedRun.version(
        "rows",
        HOSTILE,
        "text/csv",
        ("\"" + HOSTILE.replace("\"", "\"\"") + "\"\n1\n").getBytes(StandardCharsets.UTF_8));
    List<MetricPoint> losses = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      losses.add(new MetricPoint(
          HOSTILE, i, i == 0 ? -Double.MAX_VALUE : Double.MAX_VALUE, RecordedRun.START));
    }
    run.step("load", -1, null, HOSTILE, List.of(rows), List.of(), losses);
    run.step(
        "draw",
        -1,
        null,
        HOSTILE,
        List.of(RecordedRun.version(
            "picture",
            "",
            "image/svg+xml",
            ("<svg>" + HOSTILE + "</svg>").getBytes(StandardCharsets.UTF_8))),
        List.of(new NewEdge(rows.id(), EdgeRole.INPUT, "rows")),
        List.of());
    run.step(
        "page",
        -1,
        null,
        "",
        List.of(RecordedRun.version(
            HOSTILE, HOSTILE, "text/html", HOSTILE.getBytes(StandardCharsets.UTF_8))),
        List.of(),
        List.of());
    run.step(
        HOSTILE,
        -1,
        new Failure(
            "java.lang.IllegalArgumentException",
            HOSTILE,
            "java.lang.IllegalArgumentException: " + HOSTILE
                + "\n\tat credit.CreditSteps.train(CreditSteps.java:48)"
                + "\n\tat java.base/java.lang.reflect.Method.invoke(Method.java:568)\n"),
        HOSTILE,
        List.of(),
        List.of(),
        List.of());
    run.end(RunStatus.FAILED, HOSTILE);
    return run;
  }
}
