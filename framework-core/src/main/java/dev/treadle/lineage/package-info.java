/** What was made from what, across runs and pipelines. */
@NullMarked
package dev.treadle.lineage;

import org.jspecify.annotations.NullMarked;
