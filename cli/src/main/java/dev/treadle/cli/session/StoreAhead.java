package dev.treadle.cli.session;

import dev.treadle.cli.store.ProjectStore;
import dev.treadle.error.TreadleException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The store that is found without options, opened while the call is still being understood: either takes as long. */
final class StoreAhead implements AutoCloseable {
  /** One of store and refusal is null. */
  private record Opened(
      Path directory,
      @Nullable ProjectStore store,
      @Nullable TreadleException refusal) {}

  private final CompletableFuture<Optional<Opened>> opened = new CompletableFuture<>();

  StoreAhead(Surroundings surroundings) {
    Thread thread = new Thread(() -> opened.complete(open(surroundings)), "treadle-store-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  /** Nothing when it is not known what went wrong; then it is told when the command asks for the store. */
  private static Optional<Opened> open(Surroundings surroundings) {
    try (Session plain = new Session(surroundings)) {
      Path directory = plain.storeDirectory();
      try {
        return Optional.of(new Opened(directory, surroundings.stores().open(directory), null));
      } catch (TreadleException e) {
        return Optional.of(new Opened(directory, null, e));
      }
    } catch (RuntimeException | Error e) {
      return Optional.empty();
    }
  }

  /**
   * The store, if it is the one in that directory. Its caller closes it.
   *
   * @throws TreadleException why that one was not opened: a store that is locked is waited for once
   */
  Optional<ProjectStore> take(Path directory) {
    Optional<Opened> found = opened.join().filter(it -> it.directory().equals(directory));
    if (found.isEmpty()) {
      close();
    }
    TreadleException refusal = found.map(Opened::refusal).orElse(null);
    if (refusal != null) {
      throw refusal;
    }
    return found.map(Opened::store);
  }

  /** Closes the store, which nobody has taken. */
  @Override
  public void close() {
    opened.join().map(Opened::store).ifPresent(ProjectStore::close);
  }
}
