package dev.treadle.compile;

import dev.treadle.spi.Materializer;
import java.lang.reflect.Type;

/**
 * An output of a step.
 *
 * @param name the component's name, or {@code result}
 * @param artifact the name of the artifact that each run gives a version
 */
public record CompiledOutput(
    String name, String artifact, Type type, Materializer<?> materializer) {}
