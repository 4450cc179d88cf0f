package dev.treadle.materialize.type;

/** A named part of a type. */
public record ResolvedMember(String name, ResolvedType type) {}
