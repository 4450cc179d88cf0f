package dev.treadle.metadata;

import java.util.UUID;

/** The cache key of an earlier execution. */
public record KeyOfStep(UUID stepRun, long run, CacheEntryKey key) {}
