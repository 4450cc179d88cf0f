/** Settings: what counts here, who said so, and how to change it. */
@NullMarked
package dev.treadle.cli.config;

import org.jspecify.annotations.NullMarked;
