package dev.treadle.materialize.kryo;

/** A component or field and how it is written. */
record MemberCodec(String name, Codec codec) {}
