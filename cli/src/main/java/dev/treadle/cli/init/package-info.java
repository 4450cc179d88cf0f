/** New projects, made of examples. */
@NullMarked
package dev.treadle.cli.init;

import org.jspecify.annotations.NullMarked;
