package dev.treadle.query;

import dev.treadle.api.run.ArtifactVersion;
import java.util.Optional;

/**
 * A page of artifacts, each by its newest version, to which the filter applies.
 *
 * @param after the last artifact of the page before
 */
public record ArtifactQuery(
    Filter where, Key key, Order order, Optional<Position> after, int limit) {

  /** What artifacts are sorted by; equal ones go by name. */
  public enum Key {
    NAME,
    CREATED,
    SIZE
  }

  /**
   * An artifact's place in the order.
   *
   * @param key the key's value: milliseconds or bytes, 0 when the name is the key
   */
  public record Position(long key, String name) {

    /** The place of an artifact with that newest version. */
    public static Position of(Key key, ArtifactVersion newest) {
      long value = switch (key) {
        case NAME -> 0;
        case CREATED -> newest.createdAt().toEpochMilli();
        case SIZE -> newest.sizeBytes();
      };
      return new Position(value, newest.artifact());
    }
  }

  /** The first by name that fit. */
  public static ArtifactQuery byName(Filter where, int limit) {
    return new ArtifactQuery(where, Key.NAME, Order.ASCENDING, Optional.empty(), limit);
  }
}
