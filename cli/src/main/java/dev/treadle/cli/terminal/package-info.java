/** What a terminal can show: widths, colours, glyphs, tables, and text that cannot harm it. */
@NullMarked
package dev.treadle.cli.terminal;

import org.jspecify.annotations.NullMarked;
