/** How a command fails: codes, texts, exit codes. */
@NullMarked
package dev.treadle.cli.error;

import org.jspecify.annotations.NullMarked;
