@NullMarked
package dev.treadle.examples.hello;

import org.jspecify.annotations.NullMarked;
