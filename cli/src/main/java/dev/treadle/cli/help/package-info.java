/** What {@code treadle help} explains beside the commands. */
@NullMarked
package dev.treadle.cli.help;

import org.jspecify.annotations.NullMarked;
