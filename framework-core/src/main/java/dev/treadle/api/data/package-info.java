/** Values with a home of their own: tables, documents, figures, file references, secrets. */
@NullMarked
package dev.treadle.api.data;

import org.jspecify.annotations.NullMarked;
