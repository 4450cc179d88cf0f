@NullMarked
package dev.treadle.examples.digits;

import org.jspecify.annotations.NullMarked;
