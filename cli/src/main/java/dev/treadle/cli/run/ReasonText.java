package dev.treadle.cli.run;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.store.ArtifactLabel;
import dev.treadle.metadata.MetadataQueries;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a step ran, with versions where the run, which must not wait for look-ups, wrote down digests. */
final class ReasonText {
  private static final Pattern CHANGED_INPUT =
      Pattern.compile("(input [^:;]+: )([0-9a-f]{8})… → ([0-9a-f]{8})…");
  private static final int SAME_DIGEST = 50;

  private final MetadataQueries queries;
  private final StepLinks links;
  private final String pipeline;

  ReasonText(MetadataQueries queries, StepLinks links, String pipeline) {
    this.queries = queries;
    this.links = links;
    this.pipeline = pipeline;
  }

  /** {@code input model: train@6 → train@7}; empty when no reason is known. */
  String of(StepRun step) {
    if (step.reason() == null) {
      return "";
    }
    Set<String> inputs = links.inputArtifacts(step);
    return CHANGED_INPUT
        .matcher(step.reason())
        .replaceAll(change -> Matcher.quoteReplacement(change.group(1)
            + label(change.group(2), inputs) + " → " + label(change.group(3), inputs)));
  }

  /** The newest version with that content, of the step's own inputs where there is one. */
  private String label(String hex, Set<String> inputs) {
    return queries.versionsByDigest(hex, SAME_DIGEST).stream()
        .min(Comparator.comparing((ArtifactVersion version) -> !inputs.contains(version.artifact()))
            .thenComparing(ArtifactVersion::createdAt, Comparator.reverseOrder()))
        .map(version -> ArtifactLabel.of(version, pipeline))
        .orElse(hex + "…");
  }
}
