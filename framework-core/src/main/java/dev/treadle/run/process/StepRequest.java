package dev.treadle.run.process;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which attempt a process is to execute.
 *
 * @param mapIndex the item's index, -1 outside a map
 * @param attempt from 1
 * @param reason why it runs and was not taken from the cache, null when that is to be found out
 */
public record StepRequest(
    UUID run,
    String step,
    int mapIndex,
    int attempt,
    @Nullable String reason) {}
