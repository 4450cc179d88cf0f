/** Reads class files into members, each with a digest of what it does and the members and types it refers to. */
@NullMarked
package dev.treadle.cache.classfile;

import org.jspecify.annotations.NullMarked;
