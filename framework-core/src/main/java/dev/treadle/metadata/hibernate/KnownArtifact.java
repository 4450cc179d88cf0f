package dev.treadle.metadata.hibernate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the writer knows of an artifact: its last number, and where its newest version is if that is external. */
final class KnownArtifact {
  private final UUID id;
  private long last;
  private @Nullable UUID newest;
  private @Nullable String uri;
  private @Nullable String pin;

  KnownArtifact(UUID id) {
    this.id = id;
  }

  KnownArtifact(
      UUID id, long last, @Nullable UUID newest, @Nullable String uri, @Nullable String pin) {
    this.id = id;
    this.last = last;
    this.newest = newest;
    this.uri = uri;
    this.pin = pin;
  }

  UUID id() {
    return id;
  }

  long last() {
    return last;
  }

  /** Allots the next number to stored content. */
  long next(UUID version) {
    return nextExternal(version, null, null);
  }

  /** Allots the next number to external data. */
  long nextExternal(UUID version, @Nullable String itsUri, @Nullable String itsPin) {
    newest = version;
    uri = itsUri;
    pin = itsPin;
    return ++last;
  }

  /** The newest version if it is of this external data. */
  @Nullable
  UUID newestIf(String itsUri, String itsPin) {
    return itsUri.equals(uri) && itsPin.equals(pin) ? newest : null;
  }
}
