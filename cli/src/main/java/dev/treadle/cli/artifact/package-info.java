/** Commands on artifacts. */
@NullMarked
package dev.treadle.cli.artifact;

import org.jspecify.annotations.NullMarked;
