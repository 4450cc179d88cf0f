package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.metadata.StartStep;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.cfg.StatisticsSettings;
import org.junit.jupiter.api.Test;

final class GroupTransactionTest {
  private static final Map<String, Object> COUNTED =
      Map.of(StatisticsSettings.GENERATE_STATISTICS, true);

  private final UUID run = UUID.randomUUID();

  @Test
  void aLargeGroupNeedsNoMoreStatementsThanASmallOne() throws Exception {
    try (Database database = Database.memory(Schema.CORE)) {
      try (var factory = Sessions.build(COUNTED)) {
        var transaction = new GroupTransaction(
            factory,
            database,
            new Lapses(Sql.on(database.writer()), () -> false),
            UUID::randomUUID);
        transaction.write(List.of(Submission.hurried(ChildWriter.startRun(run))));
        write(transaction, 2);
        var statistics = factory.getStatistics();
        long before = statistics.getPrepareStatementCount();

        write(transaction, 100);

        assertThat(statistics.getPrepareStatementCount() - before).isEqualTo(1);
      }
    }
  }

  private void write(GroupTransaction transaction, int steps) throws SQLException {
    List<Submission<?>> group = IntStream.range(0, steps)
        .<Submission<?>>mapToObj(i -> Submission.patient(
            new StartStep(UUID.randomUUID(), run, steps + "-" + i, -1, 1, Instant.EPOCH)))
        .toList();
    transaction.write(group);
    assertThat(group).noneMatch(Submission::hasFailed);
  }
}
