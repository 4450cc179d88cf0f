package dev.treadle.examples.etl;

/** What flights must be like: kilometres and minutes, both ends included. */
public record Rules(int minDistance, int maxDistance, int minDelay, int maxDelay) {}
