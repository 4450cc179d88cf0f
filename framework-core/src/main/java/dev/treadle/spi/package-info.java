/** What a plugin implements: stack components and materializers. */
@NullMarked
package dev.treadle.spi;

import org.jspecify.annotations.NullMarked;
