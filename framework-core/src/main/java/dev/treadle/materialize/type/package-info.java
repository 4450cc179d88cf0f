/** Java types with their arguments resolved, as far as materializers have to look into them. */
@NullMarked
package dev.treadle.materialize.type;

import org.jspecify.annotations.NullMarked;
