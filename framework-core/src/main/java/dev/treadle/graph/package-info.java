/** A pipeline as data, and the recorder that makes it. */
@NullMarked
package dev.treadle.graph;

import org.jspecify.annotations.NullMarked;
