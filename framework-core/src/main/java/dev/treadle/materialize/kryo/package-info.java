/**
 * The binary form of values whose classes are all known from the declared type.
 *
 * <p>No class name is ever read: the declared type is walked, what it can reach is registered under numbers, and the
 * walk's result, the schema, stands at the head of what is written.
 */
@NullMarked
package dev.treadle.materialize.kryo;

import org.jspecify.annotations.NullMarked;
