package dev.treadle.run.value;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.id.IdGenerator;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.RegisterExternal;
import dev.treadle.spi.ArtifactStore;
import dev.treadle.spi.ExternalObject;
import dev.treadle.spi.ReadsVersions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Data that stays where it is: pinned once a run, registered as a version, read as it was when pinned. */
public final class ExternalData {
  private final ArtifactStore store;
  private final MetadataStore metadata;
  private final Clock clock;
  private final IdGenerator ids;
  private final Map<URI, CompletableFuture<InputValue.External>> pinned = new ConcurrentHashMap<>();

  @Inject
  public ExternalData(ArtifactStore store, MetadataStore metadata, Clock clock, IdGenerator ids) {
    this.store = store;
    this.metadata = metadata;
    this.clock = clock;
    this.ids = ids;
  }

  /** The same with nothing pinned yet. */
  public ExternalData forRun() {
    return new ExternalData(store, metadata, clock, ids);
  }

  /** Looks at the data, registers what is there now and gives it as an input. */
  public InputValue.External pin(String name, URI uri) {
    CompletableFuture<InputValue.External> mine = new CompletableFuture<>();
    CompletableFuture<InputValue.External> first = pinned.putIfAbsent(uri, mine);
    if (first != null) {
      return first.join();
    }
    try {
      ReadsVersions reader = reader(uri);
      ExternalObject seen = reader.stat(uri);
      mine.complete(new InputValue.External(
          register(name, seen), seen.version(), () -> fetch(reader, uri, seen.version())));
      return mine.join();
    } catch (RuntimeException e) {
      pinned.remove(uri, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  /** Opens what was pinned. */
  public InputStream open(URI uri, InputValue.External pin) {
    return reader(uri).open(uri, pin.pin());
  }

  /**
   * The version of what was seen: the newest one when it is the same, else a new one. That is queued and not waited for, as
   * every record that refers to it is queued behind it.
   */
  private UUID register(String name, ExternalObject seen) {
    String uri = seen.uri().toString();
    Optional<ArtifactVersion> newest = metadata.queries().newestVersion(name);
    if (newest.isPresent()
        && uri.equals(newest.get().externalUri())
        && seen.version().equals(newest.get().digest())) {
      return newest.get().id();
    }
    UUID id = ids.next();
    var unused = metadata.submit(
        new RegisterExternal(id, name, uri, seen.version(), seen.size(), clock.instant()));
    return id;
  }

  private ReadsVersions reader(URI uri) {
    if (ClassPathData.reads(uri)) {
      return ClassPathData.INSTANCE;
    }
    if (store instanceof ReadsVersions reader) {
      return reader;
    }
    throw new TreadleException(
        CoreProblem.GRAPH_UNSUPPORTED,
        "Artifact store '" + store.name() + "' cannot read external data, such as " + uri);
  }

  private static Path fetch(ReadsVersions reader, URI uri, String version) {
    if ("file".equals(uri.getScheme())) {
      return checked(reader, uri, version);
    }
    try (InputStream in = reader.open(uri, version)) {
      Path copy = Files.createTempFile("treadle-external", ".data");
      copy.toFile().deleteOnExit();
      Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException e) {
      throw new TreadleException(
          CoreProblem.STORE_IO, "Could not read " + uri + ": " + e.getMessage(), e);
    }
  }

  /** A local file is used in place, after a look that it is still what was pinned. */
  private static Path checked(ReadsVersions reader, URI uri, String version) {
    try (InputStream in = reader.open(uri, version)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return Path.of(uri);
    } catch (IOException e) {
      throw new TreadleException(
          CoreProblem.STORE_IO, "Could not read " + uri + ": " + e.getMessage(), e);
    }
  }
}
