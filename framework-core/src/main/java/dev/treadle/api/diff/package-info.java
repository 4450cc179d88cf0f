/** What differs between two artifacts, as data that every surface shows in its own way. */
@NullMarked
package dev.treadle.api.diff;

import org.jspecify.annotations.NullMarked;
