@NullMarked
package dev.treadle.examples.penguins;

import org.jspecify.annotations.NullMarked;
