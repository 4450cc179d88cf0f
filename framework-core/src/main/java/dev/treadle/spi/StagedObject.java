package dev.treadle.spi;

import java.io.OutputStream;

/**
 * Bytes on their way into a store, not visible yet. For one thread. Closing it gives up what is not published.
 *
 * @since 0.1
 */
public interface StagedObject extends AutoCloseable {

  /** Takes the bytes, which are hashed on their way. Closing the stream ends the object. */
  OutputStream bytes();

  /**
   * Size and SHA-256 of the bytes.
   *
   * @throws IllegalStateException when {@link #bytes} is not closed
   */
  ObjectDigest digest();

  /**
   * Makes the object visible and durable, with the outcomes and exceptions of {@link ArtifactStore#create}. Only once.
   *
   * @throws IllegalStateException when {@link #bytes} is not closed
   */
  CreateOutcome publish(StorePath path);

  @Override
  void close();
}
