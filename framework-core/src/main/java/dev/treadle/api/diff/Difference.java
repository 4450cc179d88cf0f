package dev.treadle.api.diff;

/**
 * What differs, by the kind of content. Its JSON carries {@code "@type"}, the simple name of the kind; kinds and fields
 * are only ever added to a {@linkplain ArtifactDiff#FORMAT format}. The base is what was before, the other what is now.
 *
 * @since 0.1
 */
public sealed interface Difference
    permits SameContent,
        TableDifference,
        ValueDifference,
        TextDifference,
        ArrayDifference,
        ImageDifference,
        FilesDifference,
        TypeDifference {

  /** Whether nothing differs. Content may be the same although digests differ, as when a format changed. */
  boolean isEmpty();

  /** One line for lists, such as {@code 988 → 1,000 rows, 3 of 21 columns differ}. */
  String summary();
}
