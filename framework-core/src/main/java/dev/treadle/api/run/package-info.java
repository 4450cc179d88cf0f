/** Read views of runs, steps and artifact versions. */
@NullMarked
package dev.treadle.api.run;

import org.jspecify.annotations.NullMarked;
