/** What a step prints and logs, kept apart by attempt. */
@NullMarked
package dev.treadle.log;

import org.jspecify.annotations.NullMarked;
