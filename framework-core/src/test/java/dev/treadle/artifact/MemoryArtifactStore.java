package dev.treadle.artifact;

import dev.treadle.error.ObjectNotFoundException;
import dev.treadle.error.StoreConflictException;
import dev.treadle.error.StoreUnavailableException;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ByteSource;
import dev.treadle.spi.Capability;
import dev.treadle.spi.CreateOutcome;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.StorePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** A store that is not on this machine's disk, as far as its users can tell. */
final class MemoryArtifactStore implements ArtifactStore {
  final Map<StorePath, byte[]> objects = new ConcurrentSkipListMap<>();

  @Override
  public String id() {
    return "00000000-0000-0000-0000-000000000000";
  }

  @Override
  public CreateOutcome create(StorePath path, ByteSource bytes, ObjectDigest digest) {
    byte[] content;
    try (var source = bytes.open()) {
      content = source.readAllBytes();
    } catch (IOException e) {
      throw new StoreUnavailableException("The source broke", e);
    }
    var old = objects.putIfAbsent(path, content);
    if (old != null && !Arrays.equals(old, content)) {
      throw new StoreConflictException(name(), path.toString(), "other bytes", digest.toString());
    }
    return old == null ? CreateOutcome.CREATED : CreateOutcome.ALREADY_THERE;
  }

  @Override
  public InputStream open(StorePath path) {
    var bytes = objects.get(path);
    if (bytes == null) {
      throw new ObjectNotFoundException(name(), path.toString());
    }
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public void delete(StorePath path) {
    objects.remove(path);
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String flavor() {
    return "memory";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.CONDITIONAL_CREATE);
  }

  @Override
  public void close() {}
}
