package dev.treadle.api.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of an artifact, as read from the store.
 *
 * @param artifact the artifact's name
 * @param number the version, from 1
 * @param digest the manifest's digest with its prefix {@code sha256:}; the identity of the content
 * @param sizeBytes the sum of its files before compression
 * @param type the declared type as text
 * @param materializer id and format version, such as {@code json/1}
 * @param summary one line on the value, such as {@code 344 rows × 7}
 * @param run the number of the run that made it, null for external or imported data
 * @param step the label of the step that made it, null likewise
 * @param externalUri where external data is, null for stored ones
 * @param importedFrom where imported data came from, null for all other
 * @param deletedAt when its bytes were given up, null as long as it can be read
 * @param deletedBy who gave them up, null likewise and when an early version of Treadle did not record it
 * @param aliases the names that it alone of the artifact's versions has
 * @param tags its tags
 * @since 0.1
 */
public record ArtifactVersion(
    UUID id,
    String artifact,
    long number,
    String digest,
    long sizeBytes,
    String type,
    String materializer,
    String summary,
    Instant createdAt,
    @Nullable Long run,
    @Nullable String pipeline,
    @Nullable String step,
    @Nullable String externalUri,
    @Nullable String importedFrom,
    @Nullable Instant deletedAt,
    @Nullable String deletedBy,
    List<String> aliases,
    Map<String, String> tags) {
  public ArtifactVersion {
    aliases = List.copyOf(aliases);
    tags = Map.copyOf(tags);
  }

  /** {@code name@7}. */
  public String label() {
    return artifact + "@" + number;
  }

  /** The same version with these aliases and tags. */
  public ArtifactVersion marked(List<String> itsAliases, Map<String, String> itsTags) {
    return new ArtifactVersion(
        id,
        artifact,
        number,
        digest,
        sizeBytes,
        type,
        materializer,
        summary,
        createdAt,
        run,
        pipeline,
        step,
        externalUri,
        importedFrom,
        deletedAt,
        deletedBy,
        itsAliases,
        itsTags);
  }
}
