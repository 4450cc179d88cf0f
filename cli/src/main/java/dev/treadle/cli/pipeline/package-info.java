/** Commands that look at pipelines as they are defined. */
@NullMarked
package dev.treadle.cli.pipeline;

import org.jspecify.annotations.NullMarked;
