package dev.treadle.cli.session;

import dev.treadle.cli.store.ProjectStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The store that is found without options, opened while the call is still being understood: either takes as long. */
final class StoreAhead implements AutoCloseable {
  private record Opened(Path directory, ProjectStore store) {}

  private final CompletableFuture<Optional<Opened>> opened = new CompletableFuture<>();

  StoreAhead(Surroundings surroundings) {
    Thread thread = new Thread(() -> opened.complete(open(surroundings)), "treadle-store-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  /** What goes wrong here goes wrong again when the command asks for the store, or does not matter. */
  private static Optional<Opened> open(Surroundings surroundings) {
    try (Session plain = new Session(surroundings)) {
      Path directory = plain.storeDirectory();
      return Optional.of(new Opened(directory, surroundings.stores().open(directory)));
    } catch (RuntimeException | Error e) {
      return Optional.empty();
    }
  }

  /** The store, if it is the one in that directory and could be opened. Its caller closes it. */
  Optional<ProjectStore> take(Path directory) {
    Optional<Opened> found = opened.join().filter(it -> it.directory().equals(directory));
    if (found.isEmpty()) {
      close();
    }
    return found.map(Opened::store);
  }

  /** Closes the store, which nobody has taken. */
  @Override
  public void close() {
    opened.join().ifPresent(it -> it.store().close());
  }
}
