package dev.treadle.spi;

import java.io.InputStream;

/**
 * A write-once store of bytes under one root. Thread-safe. It knows nothing of artifacts, versions or caches, and never
 * overwrites an object.
 *
 * <p>Further abilities are mixins, each with a {@link Capability}: {@link ReadsRanges}, {@link ListsObjects}, {@link
 * DeletesInBulk}, {@link SignsReads}, {@link ReadsVersions}, {@link LocalFiles}.
 *
 * <p>For all calls, of the mixins too: {@link StorePath#ROOT} names no object and is refused with an {@link
 * dev.treadle.error.UnsafePathException}. Interrupting the thread ends the call within a second with the interrupt flag
 * set. Missing rights and space are a {@link dev.treadle.error.StoreAccessException}; a disk or service that failed is a
 * {@link dev.treadle.error.StoreUnavailableException}, after retries where these make sense.
 *
 * <p>A root is marked when it is first opened, by {@code treadle-store.json} with an id and the version of the layout;
 * opening checks it and fails with a {@link dev.treadle.error.StoreLayoutException} when it does not fit.
 *
 * @since 0.1
 */
public interface ArtifactStore extends StackComponent {

  /** The id in the root's marker. It is the same for whoever opens the root. */
  String id();

  /**
   * Creates an object. Readers see nothing or all of it; when this returns, it is durable.
   *
   * <p>If there is an object already, it stays: with the same size and digest the outcome is {@link
   * CreateOutcome#ALREADY_THERE}. The digest is taken from what the store recorded, else by reading up to 16 MB; above
   * that the size alone decides, since every load verifies. Of several concurrent callers exactly one gets {@link
   * CreateOutcome#CREATED}.
   *
   * <p>When it fails, no object is visible and temporary data is given up at once, or by a later opening if the process
   * died; repeating the call is safe. Empty objects are legal. A path must not lead through another object: {@code a/b}
   * has no place beside an object {@code a}, and some stores refuse it.
   *
   * @throws dev.treadle.error.StoreConflictException when other bytes are there
   * @throws dev.treadle.error.CorruptUploadException when the bytes do not have the length and digest declared
   * @throws dev.treadle.error.StoreStateUnknownException when the answer was lost
   * @throws dev.treadle.error.StorePoisonedException when the bytes could not be made durable, then and ever after
   */
  CreateOutcome create(StorePath path, ByteSource bytes, ObjectDigest digest);

  /**
   * Opens an object for reading from its start in constant memory. The bytes are not verified. The caller closes it.
   *
   * @throws dev.treadle.error.ObjectNotFoundException before the first byte, never in the middle
   */
  InputStream open(StorePath path);

  /** Deletes an object. It is fine if there is none. */
  void delete(StorePath path);
}
