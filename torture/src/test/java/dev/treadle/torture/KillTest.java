package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.treadle.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes that run pipelines, at any moment. What they had told is in the store, which opens at once; their runs go on
 * elsewhere, to the same results, and do nothing again that was stored.
 */
@Tag("torture")
final class KillTest {
  private static final int KILLS = 200;
  private static final int KILLS_OF_ONE_STORE = 25;
  private static final int LATEST_EVENT = 60;

  @TempDir
  Path folder;

  private final Set<String> told = new LinkedHashSet<>();
  private StoreCheck check = new StoreCheck();
  private Path store;
  private Path executions;
  private Duration longest = Duration.ZERO;
  private int facts;
  private int resumed;
  private int kept;

  @Test
  void nothingToldIsLostAndRunsGoOn() throws Exception {
    int rounds = Settings.rounds(KILLS);
    Child next = null;
    try {
      for (int round = 0; round < rounds; round++) {
        if (round % KILLS_OF_ONE_STORE == 0) {
          checkAll();
          begin(round);
        }
        Child child = next == null ? worker(round) : next;
        boolean last = round + 1 == rounds || (round + 1) % KILLS_OF_ONE_STORE == 0;
        // The next one starts while this one works: most of the time goes into starting.
        next = last ? null : worker(round + 1);
        round(round, child);
      }
    } finally {
      if (next != null) {
        next.close();
      }
    }
    checkAll();
    Report.print(
        "kills",
        ("%d cycles, %d facts told, 0 lost, %d runs resumed with %d stored steps kept, longest"
                + " opening %d ms")
            .formatted(rounds, facts, resumed, kept, longest.toMillis()));
    assertThat(facts).isPositive();
    assertThat(resumed).isPositive();
    assertThat(longest).isLessThan(Duration.ofSeconds(10));
  }

  private void begin(int round) throws Exception {
    store = Files.createDirectories(folder.resolve("store-" + round));
    executions = folder.resolve("executions-" + round);
    System.setProperty(Executions.PROPERTY, executions.toString());
    Workspace.open(store, store).close();
    check = new StoreCheck();
    told.clear();
  }

  @AfterEach
  void forget() {
    System.clearProperty(Executions.PROPERTY);
  }

  private Child worker(int round) throws Exception {
    return Child.worker(executions, store, 1_000L * round, 1_000);
  }

  private void round(int round, Child child) throws Exception {
    Random random = Settings.random("kill", round);
    // One of four before it tells anything, the others soon after any of its lines.
    int event = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(LATEST_EVENT);
    int delay = random.nextInt(event == 0 ? 500 : 30);
    try {
      child.awaitReady();
      int before = child.lines().size();
      child.go();
      await()
          .pollInterval(Duration.ofMillis(2))
          .atMost(120, TimeUnit.SECONDS)
          .until(() -> child.lines().size() >= before + event);
      LockSupport.parkNanos(Duration.ofMillis(delay).toNanos());
      child.kill();
      told.addAll(child.facts());
      facts += child.facts().size();
      Duration opening = check.check(store, told, 1);
      longest = opening.compareTo(longest) > 0 ? opening : longest;
      Aftermath.Resumed after = Aftermath.resumeAll(store, executions, told::add);
      resumed += after.runs();
      kept += after.keptSteps();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          "round " + round + ", killed " + delay + " ms after line " + event, e);
    } finally {
      child.close();
    }
  }

  private void checkAll() {
    if (store != null) {
      check.distrust();
      check.check(store, told, 1);
    }
  }
}
