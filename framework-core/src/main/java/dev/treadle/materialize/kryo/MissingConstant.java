package dev.treadle.materialize.kryo;

/** Stands for an enum constant that was written and is not declared any more. */
record MissingConstant(String name) {}
