/** An engine with a life of its own inside a step: folders go in and come out, rows stay where they are. */
@NullMarked
package dev.treadle.examples.spark;

import org.jspecify.annotations.NullMarked;
