package dev.treadle.artifact;

/** Whether blobs are compressed. Names, identity and digests are those of the plain bytes either way. */
public enum Compression {
  /** Never: files can be mapped into memory as they lie. For stores on local disks. */
  NEVER,
  /** Where a sample of 64 KiB shrinks by a sixth or more. For stores behind a network. */
  WHERE_IT_PAYS
}
