package dev.treadle.run.value;

import dev.treadle.metadata.VersionContent;
import dev.treadle.spi.Materializer;
import java.lang.reflect.Type;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An artifact version that a step of this run made or took from the cache, as its consumers need it.
 *
 * @param version its id; committed, or queued for commit before its consumers'
 * @param artifact its name, for messages
 * @param live the value itself when its instances cannot change, so that consumers of this process share it
 */
public record Produced(
    UUID version,
    String artifact,
    VersionContent content,
    Type type,
    Materializer<?> materializer,
    @Nullable Object live) {}
