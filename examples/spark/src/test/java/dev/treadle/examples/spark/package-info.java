@NullMarked
package dev.treadle.examples.spark;

import org.jspecify.annotations.NullMarked;
