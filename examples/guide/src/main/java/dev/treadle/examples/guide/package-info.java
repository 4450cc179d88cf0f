/** The pipelines that the pages in {@code docs} show. */
@NullMarked
package dev.treadle.examples.guide;

import org.jspecify.annotations.NullMarked;
