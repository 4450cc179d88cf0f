/** Commands on runs. */
@NullMarked
package dev.treadle.cli.run;

import org.jspecify.annotations.NullMarked;
