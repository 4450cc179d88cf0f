/**
 * The graph of one run as it advances: its tasks, which of them can go on, and what those before have given. Depends on value.
 */
@NullMarked
package dev.treadle.run.task;

import org.jspecify.annotations.NullMarked;
