package dev.treadle.artifactstore.local;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Everything a store does to the disk that a crash could cut in two. Reads of attributes and folders are not part of it:
 * they change nothing.
 */
interface StoreIO {
  StoreIO REAL = new RealStoreIO();

  /** Creates a read-only file of the given name and opens it for writing; fails if it exists. */
  WritableFile create(Path file) throws IOException;

  /** Opens a file that {@link #create} did not make, so that it can be forced and made read-only. */
  WritableFile reopen(Path file) throws IOException;

  /** Fails if {@code link} exists. */
  void link(Path link, Path existing) throws IOException;

  /** Renames within one file system. */
  void move(Path from, Path to) throws IOException;

  /** Fine if there is none. */
  void delete(Path file) throws IOException;

  /** Fine if it exists. */
  void createDirectory(Path directory) throws IOException;

  /** Makes the names in a folder durable. */
  void syncDirectory(Path directory) throws IOException;

  /** Opens a file for reading; a symbolic link is refused. */
  InputStream read(Path file) throws IOException;

  /** A file that is being written from its start. */
  interface WritableFile extends Closeable {

    void write(ByteBuffer bytes) throws IOException;

    /** Makes what is written so far durable. Another thread may write meanwhile. */
    void force() throws IOException;
  }
}
