/** What a run tells while it goes on. */
@NullMarked
package dev.treadle.event;

import org.jspecify.annotations.NullMarked;
