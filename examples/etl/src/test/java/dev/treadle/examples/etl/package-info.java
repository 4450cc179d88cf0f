@NullMarked
package dev.treadle.examples.etl;

import org.jspecify.annotations.NullMarked;
