/** Results as tables, JSON, NDJSON, TSV and names. */
@NullMarked
package dev.treadle.cli.output;

import org.jspecify.annotations.NullMarked;
