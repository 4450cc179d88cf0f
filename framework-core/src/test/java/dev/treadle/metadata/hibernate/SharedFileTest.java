package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections that are in use while the process that serves them ends. */
@Timeout(120)
final class SharedFileTest {
  private static final String INSERT =
      "insert into write_turn (turn, writer) values (1, random_uuid())";
  private static final String SELECT = "select count(*) from write_turn";

  @TempDir
  private Path folder;

  @Test
  void whoWaitsForTheTurnOfAnotherWhenTheHolderEndsHasLostItsConnection() throws Exception {
    for (int round = 0; round < 10; round++) {
      assertThat(endWhileTwoWrite(folder.resolve("round" + round)))
          .as("round %d", round)
          .isEmpty();
    }
  }

  /** The failures that were not taken for the end of the holder. */
  private static List<SQLException> endWhileTwoWrite(Path store) throws Exception {
    var holder = HibernateMetadataStore.open(store, Clock.systemUTC());
    try (var first = new SharedFile(StoreFile.existing(store));
        var second = new SharedFile(StoreFile.existing(store))) {
      Statements writing = first.open();
      Statements waiting = second.open();
      writing.connection().setAutoCommit(false);
      run(writing, INSERT);
      waiting.connection().setAutoCommit(false);
      var waits = CompletableFuture.supplyAsync(() -> failureOf(waiting, INSERT, SELECT));
      var goesOn = CompletableFuture.supplyAsync(() -> failureOf(writing, SELECT, SELECT));

      holder.close();
      List<SQLException> others = new ArrayList<>();
      if (!waiting.isLost(waits.join())) {
        others.add(waits.join());
      }
      if (!writing.isLost(goesOn.join())) {
        others.add(goesOn.join());
      }
      return others;
    }
  }

  /** Runs the one and then the other over and over until it fails. */
  private static SQLException failureOf(Statements statements, String first, String then) {
    try {
      run(statements, first);
      while (true) {
        run(statements, then);
      }
    } catch (SQLException e) {
      return e;
    }
  }

  private static void run(Statements statements, String sql) throws SQLException {
    try (var statement = statements.connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
