/** Which materializer stores which type, and the ones that are built in. */
@NullMarked
package dev.treadle.materialize;

import org.jspecify.annotations.NullMarked;
