@NullMarked
package dev.treadle.examples.sweep;

import org.jspecify.annotations.NullMarked;
