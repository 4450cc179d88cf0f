/** Filters as people write them, as data, and how a page of a list is asked for. */
@NullMarked
package dev.treadle.query;

import org.jspecify.annotations.NullMarked;
