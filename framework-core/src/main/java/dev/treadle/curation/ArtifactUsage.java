package dev.treadle.curation;

/**
 * What an artifact takes.
 *
 * @param versions how many of its versions count
 * @param logicalBytes what their values have, each version by itself
 * @param storedBytes what is stored of them, before compression; equal content once
 * @param sharedBytes the part of it that other artifacts have too
 */
public record ArtifactUsage(
    String artifact, long versions, long logicalBytes, long storedBytes, long sharedBytes) {}
