package dev.treadle.report;

import dev.treadle.api.run.ArtifactVersion;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/** What the run made, with something to look at: the head of a table, the beginning of a text, a small image. */
final class ArtifactSection {
  static final int MOST_PREVIEWS = 30;
  private static final int MOST_VERSIONS = 100;
  private static final int MOST_ROWS = 10;
  private static final int MOST_COLUMNS = 20;
  private static final int LONGEST_CELL = 80;
  private static final int LONGEST_TEXT = 3_000;
  private static final int LARGEST_IMAGE = 96_000;

  private final RunView view;
  private final Html html;
  private int imageBytes = 200_000;

  ArtifactSection(RunView view, Html html) {
    this.view = view;
    this.html = html;
  }

  void write() {
    List<ArtifactVersion> outputs = view.outputs();
    if (outputs.isEmpty()) {
      return;
    }
    Page.section(html, "artifacts", "Artifacts");
    outputs.stream().limit(MOST_VERSIONS).forEach(this::write);
    if (outputs.size() > MOST_VERSIONS) {
      Page.leftOut(html, Amount.of(outputs.size() - MOST_VERSIONS, "more artifact"));
    }
    html.end();
  }

  private void write(ArtifactVersion version) {
    html.open("article").element("h3", view.label(version));
    html.open("p").text(version.summary().isEmpty() ? "" : version.summary() + " · ");
    html.text(Amount.size(version.sizeBytes()) + " · ").element("code", version.type());
    html.text(" · " + version.materializer());
    if (version.run() != null && version.run() != view.run().number()) {
      html.text(" · made by run #" + version.run());
    }
    if (version.deletedAt() != null) {
      html.text(" · deleted " + Amount.time(version.deletedAt()));
    }
    version.aliases().forEach(alias -> html.text(" ").element("span", alias, "class", "tag"));
    new TreeMap<>(version.tags())
        .forEach((key, value) -> html.text(" ").element("span", key + "=" + value, "class", "tag"));
    html.end().open("p").element("code", version.digest(), "class", "digest").end();
    ContentPreview preview = view.previews().get(version.id());
    if (preview != null) {
      preview(version, preview);
    }
    html.end();
  }

  private void preview(ArtifactVersion version, ContentPreview preview) {
    if (preview.isImage()) {
      image(version, preview);
    } else if (preview.isTable()) {
      table(version, preview.text());
    } else if (preview.isText()) {
      text(preview);
    }
  }

  /** SVG too: as an image it can neither run a script nor load anything. */
  private void image(ArtifactVersion version, ContentPreview preview) {
    int size = preview.bytes().length;
    if (size > LARGEST_IMAGE || size > imageBytes) {
      Page.leftOut(html, "An image of " + Amount.size(size));
      return;
    }
    imageBytes -= size;
    html.empty(
        "img",
        "alt",
        "Image " + view.label(version),
        "src",
        "data:" + preview.mediaType() + ";base64,"
            + Base64.getEncoder().encodeToString(preview.bytes()));
  }

  private void table(ArtifactVersion version, String csv) {
    List<List<String>> rows = Excerpt.rows(csv, MOST_ROWS + 1);
    if (rows.isEmpty()) {
      return;
    }
    int width = rows.get(0).size();
    Page.table(
        html,
        "The first rows of " + view.label(version),
        rows.get(0).stream()
            .limit(MOST_COLUMNS)
            .map(name -> Excerpt.cut(name, LONGEST_CELL))
            .toArray(String[]::new));
    for (List<String> row : rows.subList(1, rows.size())) {
      html.open("tr");
      row.stream()
          .limit(MOST_COLUMNS)
          .forEach(cell -> html.element("td", Excerpt.cut(cell, LONGEST_CELL)));
      html.end();
    }
    Page.endTable(html);
    if (width > MOST_COLUMNS) {
      Page.leftOut(html, Amount.of(width - MOST_COLUMNS, "more column"));
    }
    if (rows.size() > MOST_ROWS) {
      html.element("p", "The first " + MOST_ROWS + " rows.", "class", "note").picture("\n");
    }
  }

  private void text(ContentPreview preview) {
    String text = preview.text();
    if (preview.mediaType().equals("text/html")) {
      html.element("p", "Shown as text, as it may hold scripts:", "class", "note");
    }
    html.open("pre", "tabindex", "0").lines(Excerpt.cut(text, LONGEST_TEXT)).end();
    if (text.length() > LONGEST_TEXT) {
      html.element(
          "p",
          "The first " + Amount.count(LONGEST_TEXT) + " of " + Amount.of(text.length(), "character")
              + ".",
          "class",
          "note");
    }
  }
}
