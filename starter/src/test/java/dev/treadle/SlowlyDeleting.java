package dev.treadle;

import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ByteSource;
import dev.treadle.spi.Capability;
import dev.treadle.spi.CreateOutcome;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.StorePath;
import java.io.InputStream;
import java.util.Set;

/** A store in which something happens before each deletion. */
record SlowlyDeleting(ArtifactStore store, Runnable before) implements ArtifactStore {

  @Override
  public CreateOutcome create(StorePath path, ByteSource bytes, ObjectDigest digest) {
    return store.create(path, bytes, digest);
  }

  @Override
  public InputStream open(StorePath path) {
    return store.open(path);
  }

  @Override
  public void delete(StorePath path) {
    before.run();
    store.delete(path);
  }

  @Override
  public String name() {
    return store.name();
  }

  @Override
  public String flavor() {
    return store.flavor();
  }

  @Override
  public String id() {
    return store.id();
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public void close() {
    // Whoever opened the store closes it.
  }
}
