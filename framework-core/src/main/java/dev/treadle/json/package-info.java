/**
 * JSON as Treadle reads and writes it, and its canonical form for digests. Knows only the JDK and
 * its JSON libraries, so every other package may use it.
 */
@NullMarked
package dev.treadle.json;

import org.jspecify.annotations.NullMarked;
