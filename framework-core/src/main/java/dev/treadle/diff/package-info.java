/** Compares artifacts and runs; what differs is data. */
@NullMarked
package dev.treadle.diff;

import org.jspecify.annotations.NullMarked;
