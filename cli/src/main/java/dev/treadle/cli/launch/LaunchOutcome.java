package dev.treadle.cli.launch;

import dev.treadle.api.run.RunEvent;
import java.util.UUID;

/**
 * How a run ended.
 *
 * @param exitCode of the command
 */
public record LaunchOutcome(UUID run, long number, RunEvent.RunEnded end, int exitCode) {}
