package dev.treadle.cli.store;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.error.DidYouMean;
import dev.treadle.error.ArtifactDeletedException;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Alias;
import dev.treadle.metadata.ArtifactSummary;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds artifact versions: {@code name}, {@code name@7}, {@code name@champion}, {@code run:42/train/model}, {@code sha256:ab12cd34}. */
public final class ArtifactReferences {
  private static final Pattern DIGEST = Pattern.compile("sha256:([0-9a-fA-F]*)…?");
  private static final Pattern OUTPUT_OF_RUN = Pattern.compile("run:([^/]+)/([^/]+)(?:/(.+))?");
  private static final Pattern VERSION = Pattern.compile("(.+)@([^@/]+)");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final int CANDIDATES = 10;
  private static final int NAMES_TO_COMPARE = 500;

  private final MetadataQueries queries;

  public ArtifactReferences(MetadataQueries queries) {
    this.queries = queries;
  }

  /**
   * The version that a reference names.
   *
   * @throws ArtifactDeletedException when its bytes were given up
   */
  public ArtifactVersion resolve(String reference) {
    ArtifactVersion version = resolveRecord(reference);
    if (version.deletedAt() != null) {
      throw new ArtifactDeletedException(
          version.label(), version.deletedAt(), version.deletedBy(), rerun(version));
    }
    return version;
  }

  /** The same, whether it was deleted or not. */
  public ArtifactVersion resolveRecord(String reference) {
    Matcher digest = DIGEST.matcher(reference);
    if (digest.matches()) {
      return byDigest(digest.group(1).toLowerCase(Locale.ROOT));
    }
    Matcher output = OUTPUT_OF_RUN.matcher(reference);
    if (output.matches()) {
      return outputOf(output.group(1), output.group(2), output.group(3));
    }
    Matcher version = VERSION.matcher(reference);
    if (!version.matches() || version.group(2).equals("latest")) {
      return newest(name(version.matches() ? version.group(1) : reference));
    }
    return NUMBER.matcher(version.group(2)).matches()
        ? numbered(version.group(1), Long.parseLong(version.group(2)))
        : aliased(name(version.group(1)), version.group(2));
  }

  /** The full name of an artifact, given whole or by an unambiguous tail. */
  public String name(String text) {
    List<String> names = queries.artifactNamesByTail(text);
    if (names.contains(text)) {
      return text;
    }
    if (names.size() > 1) {
      throw ambiguous("'" + text + "' fits " + names.size() + " artifacts", names);
    }
    if (names.isEmpty()) {
      List<String> all = queries.artifacts("", "", NAMES_TO_COMPARE).stream()
          .map(ArtifactSummary::name)
          .toList();
      throw notFound("There is no artifact '" + text + "'" + DidYouMean.line(text, all)
          + "\nsee: treadle artifact list");
    }
    return names.get(0);
  }

  private ArtifactVersion newest(String name) {
    return queries
        .newestVersion(name)
        .orElseThrow(() -> notFound("'" + name + "' has no version yet"));
  }

  private ArtifactVersion aliased(String name, String alias) {
    List<Alias> aliases = queries.aliases(name);
    List<String> known = aliases.stream().map(Alias::name).toList();
    return aliases.stream()
        .filter(each -> each.name().equals(alias))
        .findFirst()
        .flatMap(each -> queries.version(each.version().id()))
        .orElseThrow(() -> notFound("No version of '" + name + "' has the alias '" + alias + "'"
            + (known.isEmpty() ? "" : "\nlooked in " + String.join(", ", known))
            + DidYouMean.line(alias, known) + "\nsee: treadle artifact list " + name));
  }

  private ArtifactVersion numbered(String text, long number) {
    // A name of which every version is deleted is found no more, but what became of one can be
    // told.
    String name = queries.version(text, number).isPresent() ? text : name(text);
    return queries
        .version(name, number)
        .orElseThrow(() -> notFound("There is no " + name + "@" + number + "; the newest is "
            + newest(name).label() + "\nsee: treadle artifact list " + name));
  }

  private ArtifactVersion byDigest(String hex) {
    if (hex.length() < 8) {
      throw notFound("sha256:" + hex + " is too short a digest: give 8 digits or more");
    }
    List<ArtifactVersion> found = queries.versionsByDigest(hex, CANDIDATES);
    if (found.isEmpty()) {
      throw notFound("No artifact version has the digest sha256:" + hex);
    }
    if (found.stream().map(ArtifactVersion::digest).distinct().count() > 1) {
      throw ambiguous(
          "sha256:" + hex + " fits several digests",
          found.stream().map(v -> v.digest() + "  " + v.label()).toList());
    }
    return found.get(0);
  }

  private ArtifactVersion outputOf(String run, String step, @Nullable String output) {
    RunReferences runs = new RunReferences(queries);
    List<StepRun> steps = runs.steps(runs.resolve(run), step);
    if (steps.size() > 1) {
      throw ambiguous(
          "'" + step + "' ran " + steps.size() + " times in run " + run,
          steps.stream().map(StepRun::label).limit(CANDIDATES).toList());
    }
    List<Edge> outputs = queries.edgesOfSteps(List.of(steps.get(0).id())).stream()
        .filter(edge -> edge.role().isOutput())
        .toList();
    List<Edge> fitting = outputs.stream()
        .filter(edge -> output == null || edge.name().equals(output))
        .toList();
    List<String> names = outputs.stream().map(Edge::name).toList();
    if (fitting.isEmpty()) {
      throw notFound("Step " + step + " of run " + run + " has no output"
          + (output == null ? "" : " '" + output + "', only: " + String.join(", ", names)));
    }
    if (fitting.size() > 1) {
      throw ambiguous("Step " + step + " of run " + run + " has several outputs", names);
    }
    return queries.version(fitting.get(0).version()).orElseThrow();
  }

  private @Nullable Long rerun(ArtifactVersion version) {
    return Optional.ofNullable(version.run())
        .flatMap(queries::runByNumber)
        .map(PipelineRun::number)
        .orElse(null);
  }

  private static TreadleException notFound(String message) {
    return new TreadleException(CoreProblem.ART_NOT_FOUND, message);
  }

  private static TreadleException ambiguous(String message, List<String> candidates) {
    return new TreadleException(
        CoreProblem.ART_AMBIGUOUS, message + "\n" + String.join("\n", candidates));
  }
}
