package dev.treadle.id;

import java.util.UUID;

/** Makes ids that are ordered by time (UUIDv7). Thread-safe. */
@FunctionalInterface
public interface IdGenerator {

  UUID next();
}
