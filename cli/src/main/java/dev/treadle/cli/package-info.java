/** The command line. */
@NullMarked
package dev.treadle.cli;

import org.jspecify.annotations.NullMarked;
