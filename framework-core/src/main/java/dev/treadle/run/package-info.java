/**
 * Runs from launch to end: compiles, stores, and drives the graph by the tasks that end. Depends on all its sub-packages but plan.
 */
@NullMarked
package dev.treadle.run;

import org.jspecify.annotations.NullMarked;
