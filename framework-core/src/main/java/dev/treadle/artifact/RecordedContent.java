package dev.treadle.artifact;

import dev.treadle.json.Json;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.VersionContent;
import dev.treadle.spi.Materializer;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stored artifact as the metadata store keeps it. */
public record RecordedContent(VersionContent content, List<Fact> facts) {
  private static final String PREFIX = "sha256:";

  public RecordedContent {
    facts = List.copyOf(facts);
  }

  /** What to record of an artifact that a materializer has written as a type. */
  public static RecordedContent of(StoredArtifact stored, Type type, Materializer<?> materializer) {
    ArtifactDescription description = stored.description();
    List<Fact> facts = new ArrayList<>();
    description.facts().forEach((key, fact) -> facts.add(new Fact(key, Json.writeString(fact))));
    @Nullable Preview preview = description.preview().orElse(null);
    VersionContent content = new VersionContent(
        hex(stored.manifestDigest()),
        hex(stored.contentDigest()),
        new String(stored.manifest().json(), StandardCharsets.UTF_8),
        stored.isInline() ? stored.inline() : null,
        stored.totalBytes(),
        type.getTypeName(),
        materializer.id(),
        materializer.formatVersion(),
        description.summary().orElse(""),
        preview == null ? null : preview.bytes(),
        preview == null ? null : preview.mediaType());
    return new RecordedContent(content, facts);
  }

  private static String hex(String digest) {
    return digest.substring(PREFIX.length());
  }
}
