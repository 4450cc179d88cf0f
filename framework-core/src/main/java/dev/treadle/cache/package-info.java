/** Decides whether a step has to run: the fingerprint of its code, the key by parts, and why a key differs. */
@NullMarked
package dev.treadle.cache;

import org.jspecify.annotations.NullMarked;
