/**
 * The inside of a process that executes one attempt of a run which another process leads. Depends on recording and attempt.
 */
@NullMarked
package dev.treadle.run.process;

import org.jspecify.annotations.NullMarked;
