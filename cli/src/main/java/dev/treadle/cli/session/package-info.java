/** What every command has at hand: the surroundings, the global options, output, project and store. */
@NullMarked
package dev.treadle.cli.session;

import org.jspecify.annotations.NullMarked;
