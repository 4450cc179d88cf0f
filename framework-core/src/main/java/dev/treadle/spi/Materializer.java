package dev.treadle.spi;

import java.io.IOException;
import java.lang.reflect.Type;

/**
 * Turns values of a type into named files and back. Found through {@link java.util.ServiceLoader}, or named on an output;
 * needs a public no-argument constructor and is used by many threads at once.
 *
 * <p>The contract, tested by {@code MaterializerContract}:
 *
 * <ul>
 *   <li>{@link #read} of what {@link #write} wrote gives an equal value, in another process and on another JDK.
 *   <li>The same value gives the same bytes, so that equal content has one identity.
 *   <li>Truncated or altered files give an exception, never another value. (Digests are checked before {@code read} is
 *       called; this is for what they cannot see.)
 *   <li>A class that the declared type does not allow is refused before any of its code runs.
 *   <li>{@code write} keeps no reference to the value; {@code read} gives a value of its own to each caller.
 * </ul>
 *
 * @param <T> the type of values
 * @since 0.1
 */
public interface Materializer<T> {

  /** A short name, part of every artifact's identity: {@code [a-z][a-z0-9-]*}. */
  String id();

  /** The version of the format that {@link #write} writes; {@link #read} reads this and all older ones. */
  int formatVersion();

  /** Whether values declared as this type are handled. Generic types are given with their arguments. */
  boolean handles(Type type);

  /** The media type of what is written for the type, such as {@code application/json}. */
  String mediaType(Type type);

  /**
   * Writes the value as one or more files.
   *
   * @throws IOException when writing failed
   */
  void write(T value, Type type, ArtifactOutput output) throws IOException;

  /**
   * Reads a value of the declared type.
   *
   * @throws IOException when reading failed or the files are not what the format demands
   */
  T read(Type type, ArtifactInput input) throws IOException;

  /**
   * Whether instances of the declared type can be handed to several consumers as they are, because nobody can change
   * them. Default false: every consumer gets a copy read from the store.
   */
  default boolean immutable(Type type) {
    return false;
  }

  /**
   * Says what is worth knowing of a value without opening it: rows, schema, shape, range, and a preview where it makes
   * sense. Called after {@link #write}; outside the artifact's identity. Default: nothing.
   */
  default void describe(T value, Type type, ValueDescription description) throws IOException {}
}
