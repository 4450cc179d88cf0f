package dev.treadle.spi;

import java.nio.file.Path;
import java.time.Clock;

/**
 * Where a component lives.
 *
 * @param name the component's name in its stack
 * @param projectDirectory the folder of the user's project, absolute; relative paths in settings start here
 * @param storeDirectory the folder that Treadle keeps for the project, absolute; by default {@code .treadle} in the
 *     project. It need not exist
 * @param clock the time to use
 * @since 0.1
 */
public record ComponentContext(
    String name, Path projectDirectory, Path storeDirectory, Clock clock) {}
