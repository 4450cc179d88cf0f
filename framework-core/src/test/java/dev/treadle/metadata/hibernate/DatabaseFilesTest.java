package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the file whenever a commit has returned is what a process that is killed then leaves. */
final class DatabaseFilesTest {
  private static final int COMMITS = 400;
  private static final int KEYS = 60;

  @TempDir
  private Path folder;

  @BeforeAll
  static void register() {
    StoreServer.prepare();
    DatabaseFiles.register();
  }

  @Test
  void theLastCommitIsFoundWhereverItsChunkWasPut() throws Exception {
    Path file = folder.resolve("live");
    Random random = new Random(7);
    boolean shrank = false;
    try (MVStore store = open(file)) {
      store.setRetentionTime(0);
      MVMap<Integer, byte[]> map = store.openMap("data");
      long size = 0;
      for (int commit = 1; commit <= COMMITS; commit++) {
        for (int i = random.nextInt(8); i >= 0; i--) {
          map.put(random.nextInt(KEYS), new byte[random.nextInt(6_000)]);
        }
        map.put(KEYS, Integer.toString(commit).getBytes());
        store.commit();

        assertThat(newestIn(file)).isEqualTo(Integer.toString(commit));
        shrank |= Files.size(file) <= size;
        size = Files.size(file);
      }
    }
    assertThat(shrank).as("chunks were put where others had been").isTrue();
  }

  private String newestIn(Path file) throws Exception {
    Path copy = folder.resolve("copy");
    Files.deleteIfExists(copy);
    Files.copy(file, copy);
    try (MVStore store = open(copy)) {
      return new String(store.<Integer, byte[]>openMap("data").get(KEYS));
    }
  }

  private static MVStore open(Path file) {
    return new MVStore.Builder()
        .fileName(DatabaseFiles.SCHEME + ":" + file)
        .autoCommitDisabled()
        .open();
  }
}
