/** Runs attempts in threads of this process. */
@NullMarked
package dev.treadle.orchestrator.local;

import org.jspecify.annotations.NullMarked;
