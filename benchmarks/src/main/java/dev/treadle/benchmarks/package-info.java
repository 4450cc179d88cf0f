/** What Treadle costs, measured beside the least that the same work can cost. */
@NullMarked
package dev.treadle.benchmarks;

import org.jspecify.annotations.NullMarked;
