/** What can go wrong: one unchecked root, stable codes, and text that says what to do. */
@NullMarked
package dev.treadle.error;

import org.jspecify.annotations.NullMarked;
