/** A run from launch to end: scheduling, attempts, cache decisions, publication. */
@NullMarked
package dev.treadle.run;

import org.jspecify.annotations.NullMarked;
