/** Checks a recorded pipeline and makes it ready to run. */
@NullMarked
package dev.treadle.compile;

import org.jspecify.annotations.NullMarked;
