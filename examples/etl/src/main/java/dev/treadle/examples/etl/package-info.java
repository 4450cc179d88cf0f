/** Months of flights as Parquet files: written, checked and summed by an engine that is no part of Treadle. */
@NullMarked
package dev.treadle.examples.etl;

import org.jspecify.annotations.NullMarked;
