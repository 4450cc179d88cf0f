/** What is known of runs, steps and artifacts: one store with units of work for writing and projections for reading. */
@NullMarked
package dev.treadle.metadata;

import org.jspecify.annotations.NullMarked;
