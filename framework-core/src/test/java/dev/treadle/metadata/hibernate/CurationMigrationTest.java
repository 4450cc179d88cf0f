package dev.treadle.metadata.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Change.DeleteRuns.Artifacts;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.RunFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store as version 2 of the tables left it. */
final class CurationMigrationTest {
  private static final Schema BEFORE = new Schema(2, Schema.CORE.locations());
  private static final UUID RUN = new UUID(0, 7);
  private static final UUID VERSION = new UUID(0, 9);
  private static final Act ANA = new Act("ana", Instant.EPOCH);

  private static final String ROWS =
      """
      insert into project values ('%1$s', 'default', 0);
      insert into pipeline values ('%2$s', '%1$s', 'churn', 0);
      insert into snapshot values ('s', '{}');
      insert into environment values ('e', '{}');
      insert into run values ('%3$s', '%1$s', 4, '%2$s', 's', 'e', 'COMPLETED', 0, 1, '{"a":1}', 17, 'local', 'ana',
        'box', null, 'COMPLETED=1');
      insert into step_run values (1, '%4$s', '%3$s', 'load', -1, 'COMPLETED', 0, 1, 1, null, null, '');
      insert into artifact values ('%5$s', '%1$s', 'raw', 0);
      insert into artifact_version values ('%6$s', '%5$s', 3, '%4$s', 0, 'ab', 'cd', '{}', null, 2, 'Integer', 'json', 1,
        '', null, null);
      insert into edge values (1, '%4$s', '%6$s', 'OUTPUT', 'result');
      insert into fact values ('VERSION', '%6$s', 'rows', '344');
      insert into tag values ('RUN', '%3$s', 'team', 'risk');
      """.formatted(new UUID(0, 1), new UUID(0, 2), RUN, new UUID(0, 4), new UUID(0, 5), VERSION);

  @TempDir
  private Path folder;

  @BeforeEach
  void storeOfVersion2() throws SQLException {
    StoreFile stored = StoreFile.create(folder);
    SharedFile file = new SharedFile(stored);
    Migrations.migrate(SharedFile.source(stored.path()), BEFORE, "test");
    try (Statements connected = file.open();
        var statement = connected.connection().createStatement()) {
      assertThat(Schema.CORE.versionOf(connected.connection())).isEqualTo(2);
      statement.execute(ROWS);
    } finally {
      file.close();
    }
  }

  @Test
  void whatWasRecordedBeforeIsThereAndCanBeCurated() {
    try (var store = HibernateMetadataStore.open(folder, Clock.systemUTC())) {
      assertThat(store.queries().runs(RunFilter.newest(9))).singleElement().satisfies(run -> {
        assertThat(run.number()).isEqualTo(4);
        assertThat(run.tags()).isEqualTo(Map.of("team", "risk"));
        assertThat(run.note()).isNull();
      });
      ArtifactVersion raw = store.queries().newestVersion("raw").orElseThrow();
      assertThat(raw.label()).isEqualTo("raw@3");
      assertThat(raw.importedFrom()).isNull();
      assertThat(raw.deletedAt()).isNull();

      store
          .submit(new Change.Tags(Holder.ofRun(RUN), Map.of(), Set.of("team"), ANA))
          .join();
      store.submit(new Change.GiveAlias(VERSION, "golden", ANA)).join();
      store
          .submit(new Change.DeleteRuns(List.of(RUN), Artifacts.DELETE_UNUSED, ANA))
          .join();

      assertThat(store.queries().runs(RunFilter.newest(9))).isEmpty();
      assertThat(store.queries().newestVersion("raw").orElseThrow().aliases())
          .containsExactly("golden");
      assertThat(store.submit(ChildWriter.startRun(UUID.randomUUID())).join()).isEqualTo(5L);
    }
  }

  @Test
  void aCopyFromBeforeIsKept() {
    HibernateMetadataStore.openForReading(folder, Clock.systemUTC()).close();

    assertThat(Files.exists(folder.resolve("metadata.v2.backup.mv.db"))).isTrue();
  }
}
