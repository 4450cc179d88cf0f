package dev.treadle.metadata;

import dev.treadle.api.run.StepRun;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step run with all that hangs on it. */
public record StepDetail(
    StepRun step,
    @Nullable CacheEntryKey cacheKey,
    List<AttemptRecord> attempts,
    List<Fact> facts,
    Map<String, String> tags) {}
