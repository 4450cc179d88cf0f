package dev.treadle.examples.sweep;

/** What is tried: one tree, or a forest of several, and how deep they may grow. */
public record Setting(int maxDepth, int trees, long seed) {}
