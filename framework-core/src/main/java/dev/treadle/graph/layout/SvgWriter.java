package dev.treadle.graph.layout;

import dev.treadle.graph.layout.Layout.Rectangle;
import dev.treadle.graph.layout.Route.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a diagram as one SVG element without script or reference to anything outside, that follows the reader's choice of light
 * or dark. It can stand alone or inside HTML, also several times.
 */
public final class SvgWriter {
  private static final double MARGIN = 12;
  private static final double CHARACTER = 7.9;
  private static final double LABEL_CHARACTER = 6.7;
  private static final double BOX_PADDING = 28;
  private static final double NARROWEST = 64;
  private static final double PLAIN_HEIGHT = 34;
  private static final double STATUS_HEIGHT = 46;
  private static final int LONGEST_NAME = 40;

  private final Diagram diagram;
  private final Layout layout;
  private final boolean showsStatus;
  private final StringBuilder svg = new StringBuilder();

  private SvgWriter(Diagram diagram) {
    this.diagram = diagram;
    this.showsStatus = diagram.boxes().stream().anyMatch(box -> box.status().isPresent());
    this.layout = LayeredLayout.of(
        diagram,
        showsStatus ? STATUS_HEIGHT : PLAIN_HEIGHT,
        SvgWriter::width,
        arrow -> arrow.label().isEmpty() ? 0 : arrow.label().length() * LABEL_CHARACTER + 12);
  }

  /** The SVG element, with a line end. */
  public static String write(Diagram diagram) {
    return new SvgWriter(diagram).svg();
  }

  private String svg() {
    double width = layout.width() + 2 * MARGIN;
    double height = layout.height() + 2 * MARGIN;
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"treadle-graph\" role=\"img\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\">",
        width, height, -MARGIN, -MARGIN, width, height);
    line("<title>Pipeline %s</title>", Xml.text(diagram.title()));
    line("<desc>%s</desc>", Xml.text(description()));
    line("<style>%s</style>", SvgStyle.CSS);
    line(
        "<rect class=\"ground\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
        -MARGIN, -MARGIN, width, height);
    layout.groups().forEach(this::group);
    for (int i = 0; i < diagram.arrows().size(); i++) {
      arrow(diagram.arrows().get(i), layout.arrows().get(i));
    }
    for (int i = 0; i < diagram.boxes().size(); i++) {
      box(diagram.boxes().get(i), layout.boxes().get(i));
    }
    line("</svg>");
    return svg.toString();
  }

  private static double width(Box box) {
    double status =
        box.status().map(of -> (of.text().length() + 2) * LABEL_CHARACTER).orElse(0.0);
    double text = Math.max(shown(box.name()).length() * CHARACTER, status);
    double slants = box.kind() == Box.Kind.BRANCH ? PLAIN_HEIGHT / 2 : 0;
    return Math.ceil(Math.max(NARROWEST, text + BOX_PADDING + slants));
  }

  /** A long name without its middle; all of it is in the title. */
  private static String shown(String name) {
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, LONGEST_NAME / 2) + "…"
            + name.substring(name.length() - LONGEST_NAME / 2 + 1);
  }

  private String description() {
    List<Box> steps =
        diagram.boxes().stream().filter(box -> box.kind() == Box.Kind.STEP).toList();
    String size = steps.size() == 1 ? "1 step" : steps.size() + " steps";
    return steps.size() > 50
        ? size + "."
        : size + ": "
            + steps.stream()
                .map(box -> box.name()
                    + box.status().map(status -> " (" + status.text() + ")").orElse(""))
                .collect(Collectors.joining(", "))
            + ".";
  }

  private void group(int map, Rectangle frame) {
    line(
        "<g class=\"group\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"8\"/>",
        frame.x(), frame.y(), frame.width(), frame.height());
    line(
        "<text x=\"%s\" y=\"%s\">for each item of %s</text></g>",
        frame.x() + 10, frame.y() + 15, Xml.text(shown(diagram.boxes().get(map).name())));
  }

  private void box(Box box, Rectangle at) {
    String status = box.status()
        .map(of -> " " + of.status().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .orElse("");
    line(
        "<g class=\"box %s%s\"><title>%s</title>",
        box.kind().name().toLowerCase(Locale.ROOT),
        status,
        Xml.text(box.name() + box.status().map(of -> ": " + of.text()).orElse("")));
    switch (box.kind()) {
      case BRANCH -> {
        double slant = Math.min(at.height() / 2, 17);
        line(
            "<path class=\"shape\" d=\"M%s %sL%s %sH%sL%s %sL%s %sH%sZ\"/>",
            at.x(),
            at.middle(),
            at.x() + slant,
            at.y(),
            at.right() - slant,
            at.right(),
            at.middle(),
            at.right() - slant,
            at.bottom(),
            at.x() + slant);
      }
      case MAP -> {
        line(
            "<rect class=\"shape\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"6\"/>",
            at.x() + 4, at.y() - 4, at.width() - 4, at.height());
        rectangle(new Rectangle(at.x(), at.y(), at.width() - 4, at.height()));
      }
      case STEP -> rectangle(at);
    }
    double middle = at.x() + at.width() / 2 - (box.kind() == Box.Kind.MAP ? 2 : 0);
    double base = at.middle() + (box.status().isPresent() ? -3 : 4.5);
    line(
        "<text class=\"name\" x=\"%s\" y=\"%s\">%s</text>",
        middle, base, Xml.text(shown(box.name())));
    box.status()
        .ifPresent(of -> line(
            "<text class=\"status\" x=\"%s\" y=\"%s\">%s %s</text>",
            middle, base + 16, of.glyph(), of.text()));
    line("</g>");
  }

  private void rectangle(Rectangle at) {
    line(
        "<rect class=\"shape\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"6\"/>",
        at.x(), at.y(), at.width(), at.height());
  }

  private void arrow(Arrow arrow, Route route) {
    String label = arrow.label().isEmpty() ? "" : " (" + arrow.label() + ")";
    line(
        "<g class=\"arrow %s\"><title>%s → %s%s</title>",
        arrow.kind().name().toLowerCase(Locale.ROOT),
        Xml.text(diagram.boxes().get(arrow.from()).name()),
        Xml.text(diagram.boxes().get(arrow.to()).name()),
        label);
    Point end = route.points().get(route.points().size() - 1);
    line(
        "<path d=\"%s\"/><path class=\"head\" d=\"M%s %sl-8 -4v8z\"/>",
        path(route), end.x(), end.y());
    if (!arrow.label().isEmpty()) {
      Point at = labelAt(route.points());
      line("<text x=\"%s\" y=\"%s\">%s</text>", at.x() - 10, at.y() - 5, arrow.label());
    }
    line("</g>");
  }

  /** The end of the first stretch between two layers: there arrows of one box have parted. */
  private static Point labelAt(List<Point> points) {
    return points.size() > 2 && points.get(0).y() == points.get(1).y()
        ? points.get(2)
        : points.get(1);
  }

  private static String path(Route route) {
    var path = new StringBuilder();
    Point last = null;
    for (Point point : route.points()) {
      if (last == null) {
        path.append("M").append(number(point.x())).append(' ').append(number(point.y()));
      } else if (last.y() == point.y()) {
        path.append("H").append(number(point.x()));
      } else {
        double bend = (last.x() + point.x()) / 2;
        path.append("C%s %s %s %s %s %s"
            .formatted(
                number(bend),
                number(last.y()),
                number(bend),
                number(point.y()),
                number(point.x()),
                number(point.y())));
      }
      last = point;
    }
    return path.toString();
  }

  private void line(String format, Object... values) {
    Object[] texts = new Object[values.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = values[i] instanceof Double number ? number(number) : values[i];
    }
    svg.append(values.length == 0 ? format : String.format(Locale.ROOT, format, texts))
        .append('\n');
  }

  /** At most one decimal, always with a point. */
  private static String number(double value) {
    long tenths = Math.round(value * 10);
    String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
    return tenths % 10 == 0 ? whole : whole + "." + Math.abs(tenths) % 10;
  }
}
