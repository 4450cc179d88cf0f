/** Conditions on metrics, such as {@code accuracy < base - 0.01}. */
@NullMarked
package dev.treadle.expression;

import org.jspecify.annotations.NullMarked;
