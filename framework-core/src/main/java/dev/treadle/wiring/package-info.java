/** The injector's modules. */
@NullMarked
package dev.treadle.wiring;

import org.jspecify.annotations.NullMarked;
