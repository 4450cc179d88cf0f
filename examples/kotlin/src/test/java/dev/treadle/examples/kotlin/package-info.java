@NullMarked
package dev.treadle.examples.kotlin;

import org.jspecify.annotations.NullMarked;
