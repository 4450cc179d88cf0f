/** Moments at which tests let things go wrong. */
@NullMarked
package dev.treadle.failpoint;

import org.jspecify.annotations.NullMarked;
