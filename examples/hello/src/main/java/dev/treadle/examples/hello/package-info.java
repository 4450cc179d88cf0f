/** The smallest pipeline that is one: two steps in one file. */
@NullMarked
package dev.treadle.examples.hello;

import org.jspecify.annotations.NullMarked;
