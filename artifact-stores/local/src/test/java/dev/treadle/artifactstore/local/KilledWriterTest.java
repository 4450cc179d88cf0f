package dev.treadle.artifactstore.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.spi.ByteSource;
import dev.treadle.spi.ObjectDigest;
import dev.treadle.spi.StorePath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes that write, and looks at what they left. */
final class KilledWriterTest {
  private static final int KILLS = 10;

  @TempDir
  Path folder;

  @Test
  @Timeout(120)
  void keepsEverythingAcknowledgedAndNothingHalf() throws Exception {
    var root = folder.resolve("store");
    int acknowledged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      var names = writeAndKill(root, kill);
      acknowledged += names.size();

      try (var store =
          LocalArtifactStore.open("store", root, null, Clock.systemUTC(), StoreIO.REAL)) {
        var listed =
            store.list(StorePath.ROOT).map(object -> object.path().toString()).toList();
        assertThat(listed).containsAll(names);
        try (var left = Files.list(root.resolve(Layout.TEMPORARY))) {
          assertThat(left).as("what the killed process left unfinished").isEmpty();
        }
        for (var name : listed) {
          try (var bytes = store.open(StorePath.of(name))) {
            assertThat(ObjectDigest.of(bytes).sha256())
                .isEqualTo(name.substring(name.length() - 64));
          }
        }
      }
    }
    assertThat(acknowledged).isGreaterThan(KILLS);
  }

  private List<String> writeAndKill(Path root, int seed) throws IOException, InterruptedException {
    // Class paths are long: an argument file is the way that works everywhere.
    var arguments = folder.resolve("arguments");
    Files.writeString(
        arguments,
        "-Xmx64m\n-XX:+UseSerialGC\n-XX:TieredStopAtLevel=1\n-cp\n\""
            + System.getProperty("java.class.path").replace("\\", "\\\\")
            + "\"\n");
    var process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + arguments,
            Writer.class.getName(),
            root.toString(),
            Integer.toString(seed))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    var names = new ArrayList<String>();
    try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      // Kill at another moment each time; what was acknowledged until then is still in the pipe.
      for (int i = 0; i < 2 + 3 * seed; i++) {
        names.add(output.readLine());
      }
      // Process.destroyForcibly would close the pipe too.
      process.toHandle().destroyForcibly();
      output.lines().filter(line -> line.length() == 70).forEach(names::add);
    } finally {
      process.destroyForcibly();
    }
    return names;
  }

  /** Creates objects named by their digest for ever, and prints each when it is stored. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      var random = new Random(Long.parseLong(args[1]));
      try (var store = LocalArtifactStore.open(
          "store", Path.of(args[0]), null, Clock.systemUTC(), StoreIO.REAL)) {
        while (true) {
          var bytes = new byte[random.nextInt(200_000)];
          random.nextBytes(bytes);
          var digest = ObjectDigest.of(bytes);
          var path = StorePath.of("blobs/" + digest.sha256());
          store.create(path, ByteSource.of(bytes), digest);
          System.out.println(path);
        }
      }
    }
  }
}
