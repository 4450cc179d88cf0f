package dev.treadle.cli.artifact;

import static dev.treadle.cli.output.Column.Room.CUT;
import static dev.treadle.cli.output.Column.Room.WIDE;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.curation.TagText;
import dev.treadle.cli.output.Column;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Listing;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.metadata.ArtifactSummary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Artifacts and versions in lists and as JSON. */
final class ArtifactListing {
  static final Listing<ArtifactSummary> ARTIFACTS = new Listing<>(
      "Artifact",
      List.of(
          new Column<>("ARTIFACT", (artifact, look) -> Text.of(artifact.name(), Style.BOLD)),
          new Column<>("VERSIONS", (artifact, look) -> Text.of(artifact.versions())),
          new Column<>("LATEST", (artifact, look) -> latest(artifact.newest(), look)),
          new Column<>("TYPE", (artifact, look) -> type(artifact.newest(), look), CUT),
          new Column<>("SIZE", (artifact, look) -> size(artifact.newest(), look)),
          new Column<>(
              "PRODUCED BY", (artifact, look) -> shortProducer(artifact.newest(), look), CUT),
          new Column<>("SUMMARY", (artifact, look) -> Text.of(artifact.newest().summary()), WIDE),
          new Column<>("ALIASES", (artifact, look) -> aliases(artifact.newest()), WIDE),
          new Column<>("TAGS", (artifact, look) -> tags(artifact.newest()), WIDE),
          new Column<>("DIGEST", (artifact, look) -> digest(artifact.newest(), look), WIDE)),
      ArtifactSummary::name,
      artifact -> new Fields()
          .with("name", artifact.name())
          .with("versions", artifact.versions())
          .with("newest", fields(artifact.newest()).map())
          .map());

  static final Listing<ArtifactVersion> VERSIONS = new Listing<>(
      "ArtifactVersion",
      List.of(
          new Column<>("VERSION", (version, look) -> Text.of(version.label(), Style.BOLD)),
          new Column<>("CREATED", (version, look) -> look.time(version.createdAt())),
          new Column<>("SIZE", (version, look) -> size(version, look)),
          new Column<>("PRODUCED BY", (version, look) -> producer(version), CUT),
          new Column<>("ALIASES", (version, look) -> aliases(version), CUT),
          new Column<>("SUMMARY", (version, look) -> Text.of(version.summary()), CUT),
          new Column<>("TAGS", (version, look) -> tags(version), WIDE),
          new Column<>("TYPE", (version, look) -> type(version, look), WIDE),
          new Column<>("DIGEST", (version, look) -> digest(version, look), CUT)),
      ArtifactVersion::label,
      version -> fields(version).map());

  private static final Pattern PACKAGES =
      Pattern.compile("\\b(\\p{javaJavaIdentifierPart}+\\.)+(?=\\p{javaJavaIdentifierStart})");

  private ArtifactListing() {}

  static Fields fields(ArtifactVersion version) {
    return new Fields()
        .with("id", version.id())
        .with("artifact", version.artifact())
        .with("version", version.number())
        .with("digest", version.digest())
        .with("sizeBytes", version.sizeBytes())
        .with("type", version.type())
        .with("materializer", version.materializer())
        .with("summary", version.summary())
        .with("createdAt", version.createdAt())
        .with("run", version.run())
        .with("pipeline", version.pipeline())
        .with("step", version.step())
        .with("externalUri", version.externalUri())
        .with("importedFrom", version.importedFrom())
        .with("deletedAt", version.deletedAt())
        .with("deletedBy", version.deletedBy())
        .with("aliases", version.aliases())
        .with("tags", new TreeMap<>(version.tags()));
  }

  static Map<String, Object> reference(ArtifactVersion version) {
    return new Fields()
        .with("artifact", version.artifact())
        .with("version", version.number())
        .with("digest", version.digest())
        .map();
  }

  static Text producer(ArtifactVersion version) {
    if (version.run() == null) {
      return version.importedFrom() != null
          ? Text.of("import of " + version.importedFrom())
          : version.externalUri() == null ? Text.NONE : Text.of(version.externalUri());
    }
    return Text.of(version.pipeline() + " #" + version.run() + " / " + version.step());
  }

  /** {@code penguins/train} for people: the column of versions says the rest. */
  private static Text shortProducer(ArtifactVersion version, Look look) {
    return look.interactive() && version.run() != null
        ? Text.of(version.pipeline() + "/" + version.step())
        : producer(version);
  }

  private static Text aliases(ArtifactVersion version) {
    return version.aliases().isEmpty() ? Text.NONE : Text.of(String.join(", ", version.aliases()));
  }

  private static Text tags(ArtifactVersion version) {
    return version.tags().isEmpty() ? Text.NONE : Text.of(TagText.of(version.tags()));
  }

  static Text size(ArtifactVersion version, Look look) {
    return Text.of(
        look.interactive()
            ? Quantity.size(version.sizeBytes())
            : Long.toString(version.sizeBytes()));
  }

  /** {@code List<Penguin>} for people, with packages for programs. */
  static Text type(ArtifactVersion version, Look look) {
    return Text.of(
        look.interactive()
            ? PACKAGES.matcher(version.type()).replaceAll("").replace('$', '.')
            : version.type());
  }

  static Text digest(ArtifactVersion version, Look look) {
    String digest = version.digest();
    int length = "sha256:".length() + 12;
    return Text.of(
        look.interactive() && digest.length() > length
            ? digest.substring(0, length) + "…"
            : digest);
  }

  private static Text latest(ArtifactVersion version, Look look) {
    return Text.of("@" + version.number() + " " + look.time(version.createdAt()).content());
  }
}
