/** What a user writes pipelines against. */
@NullMarked
package dev.treadle.api;

import org.jspecify.annotations.NullMarked;
