package dev.treadle.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What a version holds.
 *
 * @param manifestDigest lower-case hex
 * @param contentDigest lower-case hex
 * @param manifestJson the canonical manifest
 * @param inline the bytes when they are small enough to live in this record, else null: then they are in the artifact store
 * @param type the declared type as text
 * @param materializer its id
 * @param formatVersion its format version
 * @param preview safe preview bytes, null when there is none
 * @param previewType the preview's media type
 */
@SuppressWarnings("ArrayRecordComponent")
public record VersionContent(
    String manifestDigest,
    String contentDigest,
    String manifestJson,
    byte @Nullable [] inline,
    long sizeBytes,
    String type,
    String materializer,
    int formatVersion,
    String summary,
    byte @Nullable [] preview,
    @Nullable String previewType) {}
