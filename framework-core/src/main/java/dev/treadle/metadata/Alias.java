package dev.treadle.metadata;

/** A name that one version of an artifact has. */
public record Alias(String name, VersionRef version, Act given) {}
