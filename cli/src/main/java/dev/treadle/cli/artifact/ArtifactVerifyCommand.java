package dev.treadle.cli.artifact;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.output.Column;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Listing;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ArtifactReferences;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.Verification;
import dev.treadle.cli.terminal.Glyph;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.ArtifactSummary;
import dev.treadle.metadata.MetadataQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    header = "Read stored bytes and compare them with their digests.",
    description = "Exit code 1 when anything is missing or differs.",
    footer = {
      "",
      "Examples:",
      "  treadle artifact verify model@7",
      "  treadle artifact verify --all"
    })
final class ArtifactVerifyCommand implements Callable<Integer> {
  private static final int PAGE = 500;

  private static final Listing<Checked> CHECKS = new Listing<>(
      "Verification",
      List.of(
          new Column<>("ARTIFACT", (check, look) -> Text.of(check.version().label())),
          new Column<>(
              "RESULT",
              (check, look) -> check.result().passed()
                  ? Text.of("intact", Glyph.DONE.style())
                  : Text.of("DAMAGED", Glyph.FAILED.style())),
          new Column<>("FILES", (check, look) -> Text.of(check.result().files())),
          new Column<>(
              "SIZE",
              (check, look) -> Text.of(
                  look.interactive()
                      ? Quantity.size(check.result().sizeBytes())
                      : Long.toString(check.result().sizeBytes()))),
          new Column<>(
              "PROBLEMS",
              (check, look) -> Text.of(String.join("; ", check.result().problems())),
              Column.Room.CUT)),
      check -> check.version().label(),
      check -> new Fields()
          .with("artifact", check.version().artifact())
          .with("version", check.version().number())
          .with("digest", check.version().digest())
          .with("intact", check.result().passed())
          .with("files", check.result().files())
          .with("sizeBytes", check.result().sizeBytes())
          .with("problems", check.result().problems())
          .map());

  private final Session session;

  @Parameters(arity = "0..*", paramLabel = "ARTIFACT", description = "name, name@7, sha256:…")
  List<String> artifacts = List.of();

  @Option(names = "--all", description = "every stored version")
  boolean all;

  private record Checked(ArtifactVersion version, Verification result) {}

  ArtifactVerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (all == !artifacts.isEmpty()) {
      throw new TreadleException(
          CliProblem.USAGE, "Say what to verify: artifacts, or --all for every version");
    }
    try (ProjectStore store = session.store()) {
      ArtifactReferences references = new ArtifactReferences(store.queries());
      List<ArtifactVersion> wanted = all
          ? everyVersion(store.queries())
          : artifacts.stream()
              .map(references::resolve)
              .map(ArtifactVerifyCommand::stored)
              .toList();
      List<Checked> checks = wanted.stream()
          .filter(version -> version.externalUri() == null)
          .map(version -> new Checked(version, store.verify(version)))
          .toList();
      session.out().list(CHECKS, checks, null);
      return conclude(checks, wanted.size() - checks.size());
    }
  }

  private int conclude(List<Checked> checks, int external) {
    long damaged = checks.stream().filter(check -> !check.result().passed()).count();
    session.say(checks.size() + " verified, " + damaged + " damaged"
        + (external == 0 ? "" : ", " + external + " external, not stored here"));
    return damaged == 0 ? 0 : CoreProblem.ART_CORRUPTED.exitCode();
  }

  /** External data may change where it is; only a run that reads it says so. */
  private static ArtifactVersion stored(ArtifactVersion version) {
    if (version.externalUri() != null) {
      throw new TreadleException(
          CoreProblem.ART_NOT_FOUND,
          version.label() + " is not stored here; its data is at " + version.externalUri());
    }
    return version;
  }

  private static List<ArtifactVersion> everyVersion(MetadataQueries queries) {
    List<ArtifactVersion> versions = new ArrayList<>();
    String after = "";
    for (List<ArtifactSummary> page = queries.artifacts("", after, PAGE);
        !page.isEmpty();
        page = queries.artifacts("", after, PAGE)) {
      for (ArtifactSummary artifact : page) {
        addVersions(queries, artifact.name(), versions);
        after = artifact.name();
      }
    }
    return versions;
  }

  private static void addVersions(
      MetadataQueries queries, String artifact, List<ArtifactVersion> all) {
    long before = Long.MAX_VALUE;
    for (List<ArtifactVersion> page = queries.versions(artifact, before, PAGE);
        !page.isEmpty();
        page = queries.versions(artifact, before, PAGE)) {
      all.addAll(page);
      before = page.get(page.size() - 1).number();
    }
  }
}
