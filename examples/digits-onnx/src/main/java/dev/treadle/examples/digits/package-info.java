/** A model that is trained here and served by another engine. */
@NullMarked
package dev.treadle.examples.digits;

import org.jspecify.annotations.NullMarked;
