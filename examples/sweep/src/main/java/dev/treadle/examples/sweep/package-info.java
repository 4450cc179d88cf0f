/** Many settings at once, and what a run does when the best is good enough. */
@NullMarked
package dev.treadle.examples.sweep;

import org.jspecify.annotations.NullMarked;
