package dev.treadle.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.metadata.hibernate.HibernateMetadataStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cuts the power of a simulated disk at any call, and goes on with what is left on it. */
@Tag("torture")
final class PowerCutTest {
  private static final int CUTS = 100;
  private static final int CUTS_OF_ONE_STORE = 8;
  private static final int RUNS = 3;

  @TempDir
  Path folder;

  private Path executions;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private StoreCheck check = new StoreCheck();

  @BeforeEach
  void noteExecutions() {
    executions = folder.resolve("executions");
    System.setProperty(Executions.PROPERTY, executions.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(Executions.PROPERTY);
  }

  @Test
  void nothingToldIsLostAndTheStoreOpens() throws Exception {
    int rounds = Settings.rounds(CUTS);
    int facts = 0;
    int resumed = 0;
    Duration longest = Duration.ZERO;
    Path store = null;
    for (int round = 0; round < rounds; round++) {
      Random random = Settings.random("power", round);
      if (round % CUTS_OF_ONE_STORE == 0) {
        store = Files.createDirectories(folder.resolve("store-" + round));
        told.clear();
        check = new StoreCheck();
      }
      int before = told.size();
      Path survivor = folder.resolve("store-" + round + "-cut");
      long call = cut(store, survivor, round, random);
      try {
        store = survivor;
        if (!HibernateMetadataStore.exists(store)) {
          assertThat(told).as("lost").isEmpty();
          continue;
        }
        Duration opening = check.check(store, told, 0);
        // A store in which nothing was acknowledged may have to be made first.
        longest = before > 0 && opening.compareTo(longest) > 0 ? opening : longest;
        facts += told.size() - before;
        resumed += Aftermath.resumeAll(store, executions, told::add).runs();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("round " + round + ", cut at call " + call, e);
      }
    }
    Report.print(
        "power cuts",
        "%d cuts, %d facts told, 0 lost, %d runs resumed, longest opening %d ms"
            .formatted(rounds, facts, resumed, longest.toMillis()));
    assertThat(facts).isPositive();
    assertThat(resumed).isPositive();
  }

  /** Runs until the power is cut. */
  private long cut(Path store, Path survivor, int round, Random random) throws Exception {
    Disk disk = new Disk(store);
    disk.cutAfter(random.nextInt(random.nextBoolean() ? 60 : 250));
    try (SimulatedWorkspace workspace = SimulatedWorkspace.open(disk)) {
      for (int run = 0; run < RUNS && !disk.isCut(); run++) {
        workspace.start(1_000L * round + run, told::add).await();
      }
    } catch (RuntimeException e) {
      assertThat(disk.isCut()).as("cut before %s", e).isTrue();
    }
    long calls = disk.calls();
    disk.surviveIn(survivor, random);
    return calls;
  }
}
