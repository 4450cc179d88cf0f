/** What people say of runs, steps and artifacts: tags and metadata. */
@NullMarked
package dev.treadle.cli.curation;

import org.jspecify.annotations.NullMarked;
