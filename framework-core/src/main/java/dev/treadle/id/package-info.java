/**
 * Ids of what is recorded. Depends on nothing of ours.
 */
@NullMarked
package dev.treadle.id;

import org.jspecify.annotations.NullMarked;
