package dev.treadle.cli.artifact;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.store.ArtifactLabel;
import dev.treadle.cli.store.Lineage;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.metadata.StepInRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Lineage as two trees: the origins below the artifact, then what was made of it. What was shown is not repeated. */
final class LineageTree {
  private static final int DIGITS = 14;
  /** More items of a map than this are one line. */
  private static final int FEW = 3;

  private final Lineage lineage;
  private final Look look;
  private final List<String> lines = new ArrayList<>();
  private final Set<UUID> shown = new HashSet<>();

  LineageTree(Lineage lineage, Look look) {
    this.lineage = lineage;
    this.look = look;
  }

  List<String> lines() {
    ArtifactVersion root = lineage.root();
    lines.add(look.fitted(Text.of(root.label(), Style.BOLD), origin(root)));
    shown.add(root.id());
    origins(root, "");
    if (!lineage.consumers(root).isEmpty()) {
      lines.add(look.line(Text.of("used by", Style.BOLD)));
      shown.clear();
      shown.add(root.id());
      uses(root, "");
    }
    return lines;
  }

  private void origins(ArtifactVersion version, String indent) {
    origins(lineage.producer(version).map(lineage::inputs).orElse(List.of()), indent);
  }

  private void origins(List<ArtifactVersion> inputs, String indent) {
    List<List<ArtifactVersion>> groups = groups(inputs);
    for (int i = 0; i < groups.size(); i++) {
      List<ArtifactVersion> group = groups.get(i);
      boolean last = i == groups.size() - 1;
      String inner = indent + (last ? "   " : "│  ");
      if (group.size() > FEW) {
        group.forEach(version -> shown.add(version.id()));
        branch(indent, last, Text.of(label(group)), items(group));
        origins(inputs(group), inner);
        continue;
      }
      ArtifactVersion input = group.get(0);
      boolean again = !shown.add(input.id());
      branch(indent, last, Text.of(label(input)), again ? above() : origin(input));
      if (!again) {
        origins(input, inner);
      }
    }
  }

  /** Versions of one artifact that the items of a map made stand together, all others alone. */
  private List<List<ArtifactVersion>> groups(List<ArtifactVersion> inputs) {
    Map<String, List<ArtifactVersion>> byMap = new LinkedHashMap<>();
    for (ArtifactVersion input : inputs) {
      String key = lineage
          .producer(input)
          .filter(step -> step.step().mapIndex() >= 0)
          .map(step -> step.run() + "/" + step.step().step() + "/" + input.artifact())
          .orElse(input.id().toString());
      byMap.computeIfAbsent(key, k -> new ArrayList<>()).add(input);
    }
    return byMap.values().stream()
        .flatMap(group -> group.size() > FEW ? Stream.of(group) : group.stream().map(List::of))
        .toList();
  }

  private List<ArtifactVersion> inputs(List<ArtifactVersion> group) {
    return group.stream()
        .flatMap(
            version -> lineage.producer(version).map(lineage::inputs).orElse(List.of()).stream())
        .distinct()
        .toList();
  }

  /** {@code fit@1 … fit@30}. */
  private String label(List<ArtifactVersion> group) {
    Comparator<ArtifactVersion> byNumber = Comparator.comparingLong(ArtifactVersion::number);
    return label(Collections.min(group, byNumber)) + " … "
        + label(Collections.max(group, byNumber));
  }

  private Text items(List<ArtifactVersion> group) {
    return lineage
        .producer(group.get(0))
        .map(step -> Text.of(
            " ◀ " + step.step().step() + " ×" + group.size() + " #" + step.run(), Style.DIM))
        .orElse(Text.EMPTY);
  }

  private void uses(ArtifactVersion version, String indent) {
    List<StepInRun> steps = lineage.consumers(version);
    for (int i = 0; i < steps.size(); i++) {
      StepInRun step = steps.get(i);
      boolean lastStep = i == steps.size() - 1;
      List<ArtifactVersion> outputs = lineage.outputs(step);
      branch(indent, lastStep, Text.of(stepLabel(step)), Text.EMPTY);
      String inner = indent + (lastStep ? "   " : "│  ");
      for (int j = 0; j < outputs.size(); j++) {
        ArtifactVersion output = outputs.get(j);
        boolean last = j == outputs.size() - 1;
        boolean again = !shown.add(output.id());
        branch(inner, last, Text.of("→ " + label(output)), again ? above() : Text.EMPTY);
        if (!again) {
          uses(output, inner + (last ? "   " : "│  "));
        }
      }
    }
  }

  private void branch(String indent, boolean last, Text label, Text note) {
    lines.add(look.fitted(Text.of(indent + (last ? "└─ " : "├─ "), Style.DIM), label, note));
  }

  private Text origin(ArtifactVersion version) {
    Optional<StepInRun> producer = lineage.producer(version);
    if (producer.isPresent()) {
      return Text.of(" ◀ " + stepLabel(producer.get()), Style.DIM);
    }
    if (version.importedFrom() != null) {
      return Text.of(" ◀ import of " + version.importedFrom(), Style.DIM);
    }
    if (version.externalUri() != null) {
      String digest = version.digest();
      return Text.of(
          " ◀ " + version.externalUri() + " ("
              + digest.substring(0, Math.min(digest.length(), DIGITS)) + "…)",
          Style.DIM);
    }
    return version.step() == null
        ? Text.EMPTY
        : Text.of(" ◀ " + version.step() + " #" + version.run(), Style.DIM);
  }

  /** Short in the root's pipeline, whole from others. */
  private String label(ArtifactVersion version) {
    return ArtifactLabel.of(version, lineage.root().pipeline())
        + (version.deletedAt() == null ? "" : " (deleted)");
  }

  private static String stepLabel(StepInRun step) {
    return step.step().label() + " #" + step.run() + (step.runDeleted() ? " (run deleted)" : "");
  }

  private static Text above() {
    return Text.of(" (above)", Style.DIM);
  }
}
