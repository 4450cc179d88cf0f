package dev.treadle.spi;

/**
 * What a component can do beyond its interface. A contract suite tests both sides: what is claimed must work, what is not
 * claimed must not be offered.
 *
 * @since 0.1
 */
public enum Capability {
  /** {@link ArtifactStore#create} lets exactly one of several concurrent callers win, on the store's side. */
  CONDITIONAL_CREATE,
  /** The bytes are checked against their digest where they are stored. */
  SERVER_CHECKSUM,
  /** The store is a {@link ReadsRanges}. */
  RANGES,
  /** The store is a {@link ListsObjects}. */
  LISTING,
  /** The store is a {@link DeletesInBulk}. */
  BULK_DELETE,
  /** The store is a {@link SignsReads}. */
  SIGNED_READ,
  /** The store is a {@link ReadsVersions}. */
  EXTERNAL_VERSIONS,
  /** The store is a {@link LocalFiles}. */
  LOCAL_FILES,
  /** The orchestrator runs steps once for each item of a list known only at run time. */
  RUNTIME_MAPS,
  /** The orchestrator takes sides of branches at run time. */
  CONDITIONS,
  /** The orchestrator gives attempts the processors and the memory that steps ask for, or all there is. */
  RESOURCE_REQUESTS,
  /** The orchestrator gives attempts that want it a process of their own; it may do so for all. */
  PROCESSES,
  /** The orchestrator gives attempts the graphics processors that steps ask for. */
  GPU_REQUESTS
}
