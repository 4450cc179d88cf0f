/** Manual pages of the commands, in the language of {@code man}. */
@NullMarked
package dev.treadle.cli.manual;

import org.jspecify.annotations.NullMarked;
