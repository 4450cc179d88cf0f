/** Artifacts on the local disk: flavor {@code local}. */
@NullMarked
package dev.treadle.artifactstore.local;

import org.jspecify.annotations.NullMarked;
