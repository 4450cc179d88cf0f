package dev.treadle.examples.digits;

/** How far two engines are apart: in the scores at most, and in how many decisions they agree. */
public record Parity(double greatestDifference, int sameDecisions, int total) {}
