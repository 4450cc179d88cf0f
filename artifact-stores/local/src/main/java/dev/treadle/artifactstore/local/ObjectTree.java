package dev.treadle.artifactstore.local;

import dev.treadle.error.StoreUnavailableException;
import dev.treadle.spi.StorePath;
import dev.treadle.spi.StoredObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks the objects below a root in the order of their paths, one folder in memory at a time for each level. */
final class ObjectTree extends AbstractSpliterator<StoredObject> {
  // A folder sorts by the text that its objects' paths have, which is its name and a slash: a.b
  // lies before a/c.
  private static final Comparator<String> BY_BYTES = (a, b) -> Arrays.compareUnsigned(
      a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private final Path root;
  private final String prefix;
  // Paths that are still to be visited, the next one first; those of folders end with a slash.
  private final Deque<String> pending = new ArrayDeque<>();

  private ObjectTree(Path root, String prefix) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL);
    this.root = root;
    this.prefix = prefix;
    pending.push(prefix.substring(0, prefix.lastIndexOf('/') + 1));
  }

  static Stream<StoredObject> list(Path root, String prefix) {
    return StreamSupport.stream(new ObjectTree(root, prefix), false);
  }

  @Override
  public boolean tryAdvance(Consumer<? super StoredObject> action) {
    while (!pending.isEmpty()) {
      var path = pending.pop();
      try {
        if (path.isEmpty() || path.endsWith("/")) {
          pushChildren(path);
        } else {
          var file = Files.readAttributes(
              root.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          action.accept(new StoredObject(
              StorePath.of(path), file.size(), file.lastModifiedTime().toInstant(), null, null));
          return true;
        }
      } catch (NoSuchFileException | NotDirectoryException e) {
        // deleted since its folder was read
      } catch (IOException e) {
        throw new StoreUnavailableException("Could not list " + root.resolve(path) + ": " + e, e);
      }
    }
    return false;
  }

  private void pushChildren(String folder) throws IOException {
    var paths = new ArrayList<String>();
    try (var children = Files.newDirectoryStream(root.resolve(folder))) {
      for (var child : children) {
        var path = folder + child.getFileName();
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          paths.add(path + "/");
        } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
          paths.add(path);
        }
      }
    }
    paths.removeIf(path -> !leadsToPrefix(path) || isOwn(path));
    paths.sort(BY_BYTES.reversed());
    paths.forEach(pending::push);
  }

  private boolean leadsToPrefix(String path) {
    return path.startsWith(prefix) || (path.endsWith("/") && prefix.startsWith(path));
  }

  private static boolean isOwn(String path) {
    return path.equals(Layout.TEMPORARY + "/") || path.equals(Marker.NAME);
  }
}
