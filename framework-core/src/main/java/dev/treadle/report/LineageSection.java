package dev.treadle.report;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.lineage.LineageGraph;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.StepInRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where the results came from, down to the data that no step made. What was shown is not repeated. */
final class LineageSection {
  private static final int MOST_LINES = 300;
  private static final int MOST_INPUTS = 10;
  private static final int DEEPEST = 40;

  private final RunView view;
  private final Html html;
  private final Set<UUID> shown = new HashSet<>();
  private int lines;

  LineageSection(RunView view, Html html) {
    this.view = view;
    this.html = html;
  }

  /** A graph by what it is asked for. */
  private record Origins(
      Map<UUID, ArtifactVersion> versions,
      Map<UUID, StepInRun> steps,
      Map<UUID, UUID> producers,
      Map<UUID, List<Edge>> inputs) {

    static Origins of(LineageGraph graph) {
      Origins origins =
          new Origins(new HashMap<>(), new HashMap<>(), new HashMap<>(), new LinkedHashMap<>());
      graph.versions().forEach(version -> origins.versions.put(version.id(), version));
      graph.stepRuns().forEach(step -> origins.steps.put(step.step().id(), step));
      for (Edge edge : graph.edges()) {
        if (edge.role().isOutput()) {
          origins.producers.putIfAbsent(edge.version(), edge.stepRun());
        } else {
          origins
              .inputs
              .computeIfAbsent(edge.stepRun(), step -> new ArrayList<>())
              .add(edge);
        }
      }
      return origins;
    }

    Optional<StepInRun> producer(ArtifactVersion version) {
      return Optional.ofNullable(producers.get(version.id())).map(steps::get);
    }

    List<ArtifactVersion> inputs(StepInRun step) {
      return inputs.getOrDefault(step.step().id(), List.of()).stream()
          .flatMap(edge -> Optional.ofNullable(versions.get(edge.version())).stream())
          .distinct()
          .toList();
    }
  }

  void write() {
    if (view.lineage().isEmpty()) {
      return;
    }
    Page.section(html, "lineage", "Lineage");
    html.open("ul", "class", "lineage");
    for (LineageGraph graph : view.lineage()) {
      Origins origins = Origins.of(graph);
      Optional.ofNullable(origins.versions().get(graph.start()))
          .ifPresent(version -> item(version, origins, 0));
    }
    html.end();
    if (view.lineageLeftOut() > 0) {
      Page.leftOut(html, "The lineage of " + Amount.of(view.lineageLeftOut(), "more result"));
    }
    html.end();
  }

  private void item(ArtifactVersion version, Origins origins, int depth) {
    lines++;
    html.open("li").element("strong", view.label(version)).text(" ");
    Optional<StepInRun> producer = origins.producer(version);
    html.element("span", origin(version, producer), "class", "note").text(" ");
    html.element("code", shortDigest(version), "title", version.digest());
    List<ArtifactVersion> inputs = producer.map(origins::inputs).orElse(List.of());
    if (!shown.add(version.id())) {
      html.text(inputs.isEmpty() ? "" : " (origins above)");
    } else if (!inputs.isEmpty()) {
      inputs(inputs, origins, depth);
    }
    html.end();
  }

  private void inputs(List<ArtifactVersion> inputs, Origins origins, int depth) {
    if (depth >= DEEPEST || lines >= MOST_LINES) {
      html.text(" … its origins are left out");
      return;
    }
    html.open("ul");
    inputs.stream().limit(MOST_INPUTS).forEach(input -> item(input, origins, depth + 1));
    if (inputs.size() > MOST_INPUTS) {
      html.element("li", "… " + Amount.count(inputs.size() - MOST_INPUTS) + " more");
    }
    html.close();
  }

  private static String origin(ArtifactVersion version, Optional<StepInRun> producer) {
    if (producer.isPresent()) {
      StepInRun step = producer.get();
      return "◀ " + step.step().label() + " #" + step.run()
          + (step.runDeleted() ? " (run deleted)" : "");
    } else if (version.externalUri() != null) {
      return "◀ " + version.externalUri();
    } else if (version.importedFrom() != null) {
      return "◀ import of " + version.importedFrom();
    }
    return version.step() == null ? "" : "◀ " + version.step() + " #" + version.run();
  }

  private static String shortDigest(ArtifactVersion version) {
    return Excerpt.cut(version.digest(), "sha256:".length() + 13);
  }
}
