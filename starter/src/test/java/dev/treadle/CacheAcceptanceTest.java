package dev.treadle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.PipelineBuilder;
import dev.treadle.api.run.RunStatus;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.CacheEntryKey;
import dev.treadle.run.RunOptions;
import dev.treadle.run.reuse.Reuse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What runs again after a change, and what does not. */
@Timeout(120)
class CacheAcceptanceTest {
  private static final Map<String, String> SOURCES =
      Map.of("user/Steps", """
      package user;
      import dev.treadle.api.Step;
      public final class Steps {
        @Step public static int load() { return 5; }
        @Step public static int train(int rows) { return Rates.scale(rows); }
        @Step public static int evaluate(int model) { return model + 1; }
        @Step public static String describe(int rows) { return "rows: " + rows; }
      }
      """, "user/Rates", """
      package user;
      final class Rates {
        static int scale(int rows) { return rows * 3; }
        static int unused(int rows) { return rows * 4; }
      }
      """, "user/SmallPipeline", """
      package user;
      import dev.treadle.api.*;
      public final class SmallPipeline implements Pipeline<NoParams> {
        @Override public void define(PipelineBuilder p, NoParams params) {
          var rows = p.step(Steps::load);
          var model = p.step(Steps::train).with(rows);
          p.step(Steps::evaluate).with(model);
          p.step(Steps::describe).with(rows);
        }
      }
      """);

  @TempDir
  Path folder;

  private TestProject project;
  private SourceProject source;

  @BeforeEach
  void open() {
    project = TestProject.in(folder.resolve("store"));
    source = new SourceProject(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void runsNothingAgainWhenNothingButACommentChanged() throws Exception {
    run(SOURCES);

    Ran same = run(SOURCES);
    Ran commented =
        run(changed("user/Rates", "static int scale", "/* faster */\n\n static int scale"));

    assertThat(same.statuses().values()).containsOnly(StepStatus.CACHED);
    assertThat(commented.statuses().values()).containsOnly(StepStatus.CACHED);
    assertThat(commented.reason("train")).contains("equals run #1");
  }

  @Test
  void runsTheStepWhoseHelperChangedAndWhatDependsOnIt() throws Exception {
    run(SOURCES);

    Ran ran = run(changed("user/Rates", "rows * 3", "rows * 7"));

    assertThat(ran.statuses())
        .isEqualTo(Map.of(
            "load", StepStatus.CACHED,
            "train", StepStatus.COMPLETED,
            "evaluate", StepStatus.COMPLETED,
            "describe", StepStatus.CACHED));
    assertThat(ran.value("evaluate", int.class)).isEqualTo(36);
    assertThat(ran.reason("train")).contains("Rates.scale");
    assertThat(ran.reason("evaluate")).contains("model");
  }

  @Test
  void runsNothingDownstreamWhenAChangedStepGivesTheSame() throws Exception {
    run(SOURCES);

    Ran ran = run(changed("user/Rates", "rows * 3", "rows + rows + rows"));

    assertThat(ran.status("train")).isEqualTo(StepStatus.COMPLETED);
    assertThat(ran.status("evaluate")).isEqualTo(StepStatus.CACHED);
  }

  @Test
  void runsNothingAgainWhenCodeThatNoStepCallsChanged() throws Exception {
    run(SOURCES);

    Ran ran = run(changed("user/Rates", "rows * 4", "rows * 5"));

    assertThat(ran.statuses().values()).containsOnly(StepStatus.CACHED);
  }

  @Test
  void findsTheResultOfAnOlderRunWhenAChangeIsTakenBack() throws Exception {
    run(SOURCES);
    run(changed("user/Rates", "rows * 3", "rows * 7"));

    Ran ran = run(SOURCES);

    assertThat(ran.statuses().values()).containsOnly(StepStatus.CACHED);
    assertThat(ran.reason("train")).contains("equals run #1");
  }

  @Test
  void usesNoStoredResultWhenTold() throws Exception {
    run(SOURCES);

    Ran ran = project.run(
        source.compile("user.SmallPipeline", SOURCES),
        new RunOptions(1, Reuse.FORBIDDEN, 0, Map.of()));

    assertThat(ran.statuses().values()).containsOnly(StepStatus.COMPLETED);
    assertThat(ran.reason("train")).contains("--no-cache");
  }

  @Test
  void makesTheSameKeysInEveryLocaleAndTimeZone() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      Ran turkish = run(SOURCES);
      Locale.setDefault(Locale.US);
      TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
      Ran american = run(SOURCES);

      assertThat(american.statuses().values()).containsOnly(StepStatus.CACHED);
      assertThat(keys(american)).isEqualTo(keys(turkish)).hasSize(4);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  enum Damage {
    CHANGED {
      @Override
      void doTo(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        replace(file, bytes);
      }
    },
    CUT {
      @Override
      void doTo(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        replace(file, Arrays.copyOf(bytes, bytes.length - 1));
      }
    },
    DELETED {
      @Override
      void doTo(Path file) throws IOException {
        Files.delete(file);
      }
    };

    abstract void doTo(Path file) throws IOException;

    static void replace(Path file, byte[] bytes) throws IOException {
      Files.delete(file);
      Files.write(file, bytes);
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void runsAStepAgainWhoseStoredBytesAreDamagedAndMendsThem(Damage damage) throws IOException {
    Ran first = runBig();
    for (Path blob : blobs()) {
      damage.doTo(blob);
    }

    Ran second = runBig();
    Ran third = runBig();

    assertThat(first.status("big")).isEqualTo(StepStatus.COMPLETED);
    assertThat(second.status()).as(second.result().error()).isEqualTo(RunStatus.COMPLETED);
    assertThat(second.status("big")).isEqualTo(StepStatus.COMPLETED);
    assertThat(second.reason("big"))
        .contains("stored bytes are missing or damaged", "defined/big@1");
    assertThat(second.value("big", String.class)).isEqualTo(BigSteps.text());
    assertThat(third.statuses().values()).containsOnly(StepStatus.CACHED);
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void mendsWhatIsFoundDamagedByTheNextProcess(Damage damage) throws IOException {
    Path next = folder.resolve("next");
    Files.createDirectories(next);
    try (TestProject before = TestProject.stored(next)) {
      before.runCached(CacheAcceptanceTest::big);
    }
    for (Path blob : blobs(next)) {
      damage.doTo(blob);
    }

    try (TestProject after = TestProject.stored(next)) {
      Ran second = after.runCached(CacheAcceptanceTest::big);
      assertThat(second.status()).as(second.result().error()).isEqualTo(RunStatus.COMPLETED);
      assertThat(second.status("big")).isEqualTo(StepStatus.COMPLETED);
      assertThat(second.value("big", String.class)).isEqualTo(BigSteps.text());
    }
  }

  private static void big(PipelineBuilder p) {
    p.step(ContextSteps::length).with(p.step(BigSteps::big));
  }

  private Ran runBig() {
    return project.runCached(CacheAcceptanceTest::big);
  }

  private List<Path> blobs() throws IOException {
    return blobs(folder.resolve("store"));
  }

  private static List<Path> blobs(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> blobs = files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().contains("blobs"))
          .toList();
      assertThat(blobs).isNotEmpty();
      return blobs;
    }
  }

  private Ran run(Map<String, String> sources) throws Exception {
    Ran ran = project.run(source.compile("user.SmallPipeline", sources), RunOptions.DEFAULT);
    assertThat(ran.status()).as(ran.result().error()).isEqualTo(RunStatus.COMPLETED);
    return ran;
  }

  private static Map<String, String> changed(String file, String before, String after) {
    var sources = new HashMap<>(SOURCES);
    String text = SOURCES.get(file);
    assertThat(text).contains(before);
    sources.put(file, text.replace(before, after));
    return sources;
  }

  private static List<String> keys(Ran ran) {
    return Stream.of("load", "train", "evaluate", "describe")
        .map(step -> ran.detail(step).cacheKey())
        .map(CacheEntryKey::digest)
        .toList();
  }
}
