package dev.treadle.api;

/**
 * What a step says of one of its outputs.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface OutputNotes {

  /** Records a typed fact on the version that will be published: number, text, boolean, instant or record. */
  void metadata(String key, Object value);
}
