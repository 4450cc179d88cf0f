package dev.treadle.metadata;

import java.util.UUID;

/** An artifact version by id, with its name and number. */
public record VersionRef(UUID id, String artifact, long number) {

  /** {@code name@7}. */
  public String label() {
    return artifact + "@" + number;
  }
}
