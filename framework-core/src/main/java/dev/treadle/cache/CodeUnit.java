package dev.treadle.cache;

import dev.treadle.cache.classfile.ClassFile;

/** A class and where it came from. */
record CodeUnit(ClassFile file, CodeLocation location) {}
