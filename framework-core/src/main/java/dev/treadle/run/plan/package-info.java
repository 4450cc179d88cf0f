/**
 * What a run would do and what a step would return, found out without recording anything. Depends on run and its other
 * sub-packages; none depends on it.
 */
@NullMarked
package dev.treadle.run.plan;

import org.jspecify.annotations.NullMarked;
