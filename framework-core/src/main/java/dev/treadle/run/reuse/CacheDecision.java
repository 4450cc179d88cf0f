package dev.treadle.run.reuse;

import dev.treadle.cache.CacheKey;
import dev.treadle.metadata.CacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Whether a step runs.
 *
 * @param key null when the step is not cacheable
 * @param hit the stored result to use, null when the step runs
 * @param reason why, as one line
 */
public record CacheDecision(
    @Nullable CacheKey key, @Nullable CacheEntry hit, String reason) {}
