/** The project's store as the command line reads it, and the references into it. */
@NullMarked
package dev.treadle.cli.store;

import org.jspecify.annotations.NullMarked;
