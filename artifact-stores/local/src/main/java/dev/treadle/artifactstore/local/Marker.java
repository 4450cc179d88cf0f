package dev.treadle.artifactstore.local;

import dev.treadle.error.StoreLayoutException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The file that says that a folder is a store, which one, and how it is laid out. */
final class Marker {
  static final String NAME = "treadle-store.json";
  static final int LAYOUT = 1;

  private static final Pattern TEXT =
      Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\",\"layout\":([0-9]{1,9})}\\s*");
  private static final int MAX_SIZE = 1024;

  private Marker() {}

  /** Returns the id of the store in a folder, after making it a store if it is empty. */
  static String open(Path root, Temporaries temporaries, @Nullable String expectedId, StoreIO io)
      throws IOException {
    var marker = root.resolve(NAME);
    if (!Files.exists(marker, LinkOption.NOFOLLOW_LINKS)) {
      create(marker, temporaries.next(), io);
    }
    var id = read(marker);
    if (expectedId != null && !expectedId.equals(id)) {
      throw new StoreLayoutException(root + " holds the store " + id + ", not " + expectedId
          + ". Point root at the right folder, or take store-id out of the settings");
    }
    return id;
  }

  /** A wrong root setting must not turn somebody's folder into a store. */
  static void refuseForeignContent(Path root) throws IOException {
    if (Files.exists(root.resolve(NAME), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var entries = Files.list(root)) {
      var foreign = entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.equals(Layout.TEMPORARY) && !name.equals(NAME))
          .sorted()
          .findFirst();
      if (foreign.isPresent()) {
        throw new StoreLayoutException(root + " is not a store: it has no " + NAME + ", but holds "
            + foreign.get() + ". Use an empty folder as root");
      }
    }
  }

  private static void create(Path marker, Path temporary, StoreIO io) throws IOException {
    var text = "{\"id\":\"" + UUID.randomUUID() + "\",\"layout\":" + LAYOUT + "}\n";
    try {
      try (var file = io.create(temporary)) {
        file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        file.force();
      }
      try {
        io.link(marker, temporary);
      } catch (FileAlreadyExistsException e) {
        return; // another process was faster, and its id counts
      } catch (UnsupportedOperationException e) {
        io.move(temporary, marker);
      }
      io.syncDirectory(Layout.folder(marker));
    } finally {
      io.delete(temporary);
    }
  }

  private static String read(Path marker) throws IOException {
    if (!Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS) || Files.size(marker) > MAX_SIZE) {
      throw new StoreLayoutException(marker + " is not a store's marker. Use another root");
    }
    var matcher = TEXT.matcher(Files.readString(marker));
    if (!matcher.matches()) {
      throw new StoreLayoutException(
          marker + " is not readable as a store's marker. Restore it from a backup, or use another"
              + " root");
    }
    int layout = Integer.parseInt(matcher.group(2));
    if (layout != LAYOUT) {
      throw new StoreLayoutException("The store in " + marker.getParent() + " has layout " + layout
          + "; this version of Treadle" + " knows layout " + LAYOUT
          + ". Use the version that wrote it, or another root");
    }
    return matcher.group(1);
  }
}
