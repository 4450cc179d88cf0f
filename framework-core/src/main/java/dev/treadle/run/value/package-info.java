/**
 * The values of steps, in and out of the stores: what a step is given and what it has made. Depends on no other package of run.
 */
@NullMarked
package dev.treadle.run.value;

import org.jspecify.annotations.NullMarked;
