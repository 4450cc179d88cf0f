package dev.treadle.cli.launch;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A run that goes on in a process of its own.
 *
 * @param line its first event, as it came
 * @param output what its process prints goes there
 */
public record StartedRun(UUID run, long number, String line, long pid, Path output) {}
