/** What the Tab key offers: scripts for shells, and the file of words that they read. */
@NullMarked
package dev.treadle.cli.completion;

import org.jspecify.annotations.NullMarked;
