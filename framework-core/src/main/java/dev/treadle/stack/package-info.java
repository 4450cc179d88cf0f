/** The components that a project uses. */
@NullMarked
package dev.treadle.stack;

import org.jspecify.annotations.NullMarked;
