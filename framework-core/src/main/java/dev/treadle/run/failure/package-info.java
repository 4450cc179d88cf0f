/**
 * Why attempts and runs fail, and how an exception of user code is recorded. Depends on api and error only, and on no other
 * package of run.
 */
@NullMarked
package dev.treadle.run.failure;

import org.jspecify.annotations.NullMarked;
