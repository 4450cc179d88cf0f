/** Runs that execute some steps only: which those are, and what stands in for the others. */
@NullMarked
package dev.treadle.partial;

import org.jspecify.annotations.NullMarked;
