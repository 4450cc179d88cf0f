/** The entry point of a JVM that runs one pipeline for the command line. */
@NullMarked
package dev.treadle.launch;

import org.jspecify.annotations.NullMarked;
