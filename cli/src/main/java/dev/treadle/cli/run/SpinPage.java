package dev.treadle.cli.run;

import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.terminal.Glyph;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.launch.SpinOutput;
import dev.treadle.launch.SpinResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code run spin} prints when the step has ended. */
final class SpinPage {
  private static final int MOST_LINES = 10;

  private final SpinResult result;
  private final Look look;

  SpinPage(SpinResult result, Look look) {
    this.result = result;
    this.look = look;
  }

  List<String> lines() {
    Page page = new Page(look);
    Glyph glyph = result.failure() == null ? Glyph.DONE : Glyph.FAILED;
    page.text(
        look.glyph(glyph),
        Text.of(" " + result.step(), Style.BOLD),
        Text.of(result.failure() == null ? " returned" : " failed", glyph.style()),
        Text.of(" after " + Quantity.took(result.tookMs()) + ", on results of #" + result.run()));
    page.fact("inputs", String.join(", ", result.inputs()));
    page.fact(
        "metrics",
        new TreeMap<>(result.metrics())
            .entrySet().stream().map(RunMetrics::shown).collect(Collectors.joining("   ")));
    page.fact(
        "meta",
        new TreeMap<>(result.facts())
            .entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining("   ")));
    if (result.failure() != null) {
      FailureText.print(result.step(), result.failure(), page);
    }
    result.outputs().forEach(output -> output(output, page));
    if (look.interactive()) {
      page.text(Text.of(
          "Nothing was recorded. To keep it: treadle run spin " + result.run() + " "
              + result.step().replaceFirst("\\[.*", "") + " --keep",
          Style.DIM));
    }
    return page.lines();
  }

  private static void output(SpinOutput output, Page page) {
    String summary = output.summary().isEmpty() ? "" : "   " + output.summary();
    page.fact(
        output.name(),
        Text.of(output.type() + "   " + Quantity.size(output.sizeBytes()) + summary));
    String preview = output.preview();
    if (preview != null) {
      List<String> lines = preview.lines().toList();
      lines.stream()
          .limit(MOST_LINES)
          .forEach(line -> page.more(Text.of(line.replace("\t", "    "))));
      if (lines.size() > MOST_LINES) {
        page.more(Text.of("… " + (lines.size() - MOST_LINES) + " more lines", Style.DIM));
      }
    }
  }

  static Map<String, Object> fields(SpinResult result) {
    Map<String, Object> facts = new TreeMap<>();
    result.facts().forEach((key, json) -> facts.put(key, new Json.Raw(json)));
    return new Fields()
        .with("run", result.run())
        .with("step", result.step())
        .with("inputs", result.inputs())
        .with("tookMs", result.tookMs())
        .with(
            "failure",
            result.failure() == null
                ? null
                : new Fields()
                    .with("errorClass", result.failure().errorClass())
                    .with("message", result.failure().message())
                    .with("stackTrace", result.failure().stackTrace())
                    .map())
        .with("outputs", result.outputs().stream().map(SpinPage::fields).toList())
        .with("metrics", new TreeMap<>(result.metrics()))
        .with("metadata", facts)
        .map();
  }

  private static Map<String, Object> fields(SpinOutput output) {
    return new Fields()
        .with("name", output.name())
        .with("type", output.type())
        .with("sizeBytes", output.sizeBytes())
        .with("summary", output.summary())
        .with("preview", output.preview())
        .with("mediaType", output.previewType())
        .map();
  }
}
