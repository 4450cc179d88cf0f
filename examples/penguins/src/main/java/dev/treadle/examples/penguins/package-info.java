/** Which species is a penguin? The whole way from a file to a report, in six steps. */
@NullMarked
package dev.treadle.examples.penguins;

import org.jspecify.annotations.NullMarked;
