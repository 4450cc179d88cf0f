package dev.treadle.examples.penguins;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One page without a script or a link: the confusion matrix and the test rows in two of the four dimensions. */
final class ReportPage {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int MARGIN = 48;

  /** Told apart also without red and green. */
  private static final List<String> COLOURS = List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7");

  private static final String PAGE = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Penguins</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; }
      th, td { padding: .25rem .75rem; text-align: right; border-bottom: 1px solid #8888; }
      td.hit { font-weight: bold; }
      svg { width: 100%%; height: auto; }
      svg text { font-size: 12px; fill: currentColor; }
      </style>
      </head>
      <body>
      <h1>Penguins</h1>
      <p>%d of %d test rows are right: accuracy %.3f, macro F1 %.3f. Learned from %d rows.</p>
      <h2>Confusion matrix</h2>
      <table>
      %s</table>
      <h2>Test rows</h2>
      %s</body>
      </html>
      """;

  private ReportPage() {}

  static String render(Classifier model, Scores scores, Split split) {
    return format(
        PAGE,
        scores.correct(),
        scores.total(),
        scores.accuracy(),
        scores.macroF1(),
        split.train().size(),
        confusion(model.species(), scores.confusion()),
        scatter(model, split.test()));
  }

  private static String confusion(List<String> species, int[][] counts) {
    String head = species.stream()
        .map(name -> "<th scope=\"col\">" + escape(name) + "</th>")
        .collect(Collectors.joining("", "<tr><th>true \\ predicted</th>", "</tr>\n"));
    return IntStream.range(0, counts.length)
        .mapToObj(i -> confusionRow(species.get(i), counts[i], i))
        .collect(Collectors.joining("", head, ""));
  }

  private static String confusionRow(String species, int[] counts, int hit) {
    return IntStream.range(0, counts.length)
        .mapToObj(j -> (j == hit ? "<td class=\"hit\">" : "<td>") + counts[j] + "</td>")
        .collect(Collectors.joining(
            "", "<tr><th scope=\"row\">" + escape(species) + "</th>", "</tr>\n"));
  }

  private static String scatter(Classifier model, List<Penguin> rows) {
    Axis x = Axis.of(rows.stream().mapToDouble(Penguin::flipperLength), MARGIN, WIDTH - MARGIN);
    Axis y = Axis.of(rows.stream().mapToDouble(Penguin::beakLength), HEIGHT - MARGIN, MARGIN);
    var svg = new StringBuilder();
    svg.append(format("<svg viewBox=\"0 0 %d %d\" role=\"img\">\n", WIDTH, HEIGHT))
        .append("<title>Beak length over flipper length; a ring marks a wrong answer</title>\n")
        .append(text(WIDTH / 2, HEIGHT - 12, "flipper length " + x.range() + " mm"))
        .append(text(MARGIN, 16, "beak length " + y.range() + " mm"));
    for (int i = 0; i < model.species().size(); i++) {
      String name = model.species().get(i);
      int left = WIDTH - 110 * (model.species().size() - i);
      svg.append(circle(left, 12, i, "fill-opacity=\"0.7\"", name))
          .append(text(left + 10, 16, name));
    }
    for (Penguin row : rows) {
      int truth = model.species().indexOf(row.species());
      int answer = model.classify(row);
      String look = truth == answer
          ? "fill-opacity=\"0.7\""
          : "class=\"miss\" stroke=\"currentColor\" stroke-width=\"2\"";
      String label = truth == answer
          ? row.species()
          : row.species() + ", taken for " + model.species().get(answer);
      svg.append(
          circle(x.place(row.flipperLength()), y.place(row.beakLength()), truth, look, label));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String circle(double x, double y, int species, String look, String label) {
    return format(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"%s\" %s><title>%s</title></circle>\n",
        x, y, COLOURS.get(species % COLOURS.size()), look, escape(label));
  }

  private static String text(int x, int y, String text) {
    return format("<text x=\"%d\" y=\"%d\">%s</text>\n", x, y, escape(text));
  }

  /** Digits and points as in HTML and SVG, whatever the locale. */
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
