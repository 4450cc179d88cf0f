@NullMarked
package dev.treadle.examples.guide;

import org.jspecify.annotations.NullMarked;
