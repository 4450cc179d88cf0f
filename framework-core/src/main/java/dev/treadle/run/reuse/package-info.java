/**
 * Results that make it needless to execute a step: of the cache, of the same run before it was resumed, of the run that a
 * partial run builds on. Depends on task and value.
 */
@NullMarked
package dev.treadle.run.reuse;

import org.jspecify.annotations.NullMarked;
