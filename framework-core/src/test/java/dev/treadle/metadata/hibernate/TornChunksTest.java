package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut keeps some sectors of what was not forced, and not others. */
final class TornChunksTest {
  private static final int SECTOR = 512;
  private static final int FORCED = 30;

  @TempDir
  private Path folder;

  @BeforeAll
  static void register() {
    StoreServer.prepare();
    DatabaseFiles.register();
  }

  @Test
  void whatWasForcedIsFoundWhicheverSectorOfTheNextWritesIsLost() throws Exception {
    Path file = folder.resolve("live");
    Random random = new Random(5);
    byte[] forced;
    byte[] after;
    try (MVStore store = open(file)) {
      MVMap<Integer, byte[]> map = store.openMap("data");
      for (int commit = 1; commit <= FORCED; commit++) {
        write(map, commit, random);
        store.commit();
      }
      store.sync();
      // As long as the file will be, as what was never written reads as zeros.
      forced = Arrays.copyOf(Files.readAllBytes(file), 1 << 20);
      for (int commit = FORCED + 1; commit <= FORCED + 3; commit++) {
        write(map, commit, random);
        store.commit();
      }
      after = Files.readAllBytes(file);
    }

    int torn = 0;
    for (int sector = 0; sector < after.length / SECTOR; sector++) {
      int from = sector * SECTOR;
      if (!Arrays.equals(after, from, from + SECTOR, forced, from, from + SECTOR)) {
        byte[] left = after.clone();
        System.arraycopy(forced, from, left, from, SECTOR);
        assertThat(newestIn(left)).as("sector %d", sector).isGreaterThanOrEqualTo(FORCED);
        torn++;
      }
    }
    assertThat(torn).isGreaterThan(20);
    assertThat(newestIn(after)).isEqualTo(FORCED + 3);
  }

  private static void write(MVMap<Integer, byte[]> map, int commit, Random random) {
    for (int key = 0; key < 12; key++) {
      byte[] value = new byte[200 + random.nextInt(600)];
      random.nextBytes(value);
      value[0] = (byte) commit;
      value[1] = (byte) Arrays.hashCode(Arrays.copyOfRange(value, 2, value.length));
      map.put(key, value);
    }
  }

  /** The last commit of which everything is there. */
  private int newestIn(byte[] bytes) throws Exception {
    Path copy = folder.resolve("copy");
    Files.write(copy, bytes);
    try (MVStore store = open(copy)) {
      MVMap<Integer, byte[]> map = store.openMap("data");
      int newest = map.get(0)[0];
      for (int key = 0; key < 12; key++) {
        byte[] value = map.get(key);
        assertThat(value[0]).isEqualTo((byte) newest);
        assertThat(value[1])
            .isEqualTo((byte) Arrays.hashCode(Arrays.copyOfRange(value, 2, value.length)));
      }
      return newest;
    }
  }

  private static MVStore open(Path file) {
    return new MVStore.Builder()
        .fileName(DatabaseFiles.SCHEME + ":" + file)
        .autoCommitDisabled()
        .open();
  }
}
