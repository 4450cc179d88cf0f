/** A pipeline's own JVM: its start, its events, and how they are shown. */
@NullMarked
package dev.treadle.cli.launch;

import org.jspecify.annotations.NullMarked;
