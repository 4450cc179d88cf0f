/**
 * One attempt of a step, in a thread of this process or seen from it in a process of its own: its context, its life, its
 * outputs in the store. Depends on reuse, task, value and failure; tells those who drive it through interfaces.
 */
@NullMarked
package dev.treadle.run.attempt;

import org.jspecify.annotations.NullMarked;
