/**
 * Writes what becomes of the steps of a run to the metadata store and tells listeners once it is durable. Depends on attempt and
 * what that depends on.
 */
@NullMarked
package dev.treadle.run.recording;

import org.jspecify.annotations.NullMarked;
