package dev.treadle.metadata;

import java.util.UUID;

/**
 * An object of the artifact store that waits for its deletion.
 *
 * @param mark of the time when it was condemned, or of whoever deletes it
 * @param afterRun the newest run then; while one of those up to it goes on, the object stays
 */
public record CondemnedObject(String path, long sizeBytes, UUID mark, long afterRun) {}
