/** A run as one HTML page that needs nothing else: gathered from the metadata store, written section by section. */
@NullMarked
package dev.treadle.report;

import org.jspecify.annotations.NullMarked;
