package dev.treadle.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.EdgeRole;
import dev.treadle.api.run.StepStatus;
import dev.treadle.metadata.Edge;
import dev.treadle.metadata.MetadataStore;
import dev.treadle.metadata.NewEdge;
import dev.treadle.metadata.RegisterExternal;
import dev.treadle.metadata.hibernate.HibernateMetadataStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LineageTest {
  private final LineageIndex index = new LineageIndex();
  private MetadataStore store;
  private Lineage lineage;
  private RecordedSteps steps;

  @BeforeEach
  void openStore() {
    store = HibernateMetadataStore.inMemory(Clock.systemUTC());
    lineage = new Lineage(store.queries());
    steps = new RecordedSteps(store);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void upstreamCrossesRunsAndPipelines() {
    UUID raw = steps.make("load", List.of());
    UUID clean = steps.make("clean", List.of(raw));
    steps.nextRun("other");
    UUID model = steps.make("train", List.of(clean));

    LineageGraph graph = both(model, Direction.UPSTREAM, Lineage.ALL);

    assertThat(graph.versions())
        .extracting(ArtifactVersion::id)
        .containsExactlyInAnyOrder(raw, clean, model);
    assertThat(graph.stepRuns())
        .extracting(found -> found.pipeline() + "/" + found.step().step())
        .containsExactly("first/load", "first/clean", "other/train");
    assertThat(graph.edges()).hasSize(5);
    assertThat(graph.truncated()).isFalse();
  }

  @Test
  void downstreamIsTheOtherWay() {
    UUID raw = steps.make("load", List.of());
    UUID one = steps.make("one", List.of(raw));
    UUID two = steps.make("two", List.of(raw));
    UUID joined = steps.make("join", List.of(one, two));
    UUID apart = steps.make("apart", List.of());

    LineageGraph graph = both(raw, Direction.DOWNSTREAM, Lineage.ALL);

    assertThat(graph.versions())
        .extracting(ArtifactVersion::id)
        .containsExactlyInAnyOrder(raw, one, two, joined)
        .doesNotContain(apart);
    assertThat(graph.stepRuns()).hasSize(3);
  }

  @Test
  void theDepthCountsStepRuns() {
    UUID a = steps.make("a", List.of());
    UUID b = steps.make("b", List.of(a));
    UUID c = steps.make("c", List.of(b));

    LineageGraph one = both(c, Direction.UPSTREAM, 1);
    assertThat(one.versions()).extracting(ArtifactVersion::id).containsExactlyInAnyOrder(b, c);
    assertThat(one.truncated()).isTrue();
    assertThat(both(c, Direction.UPSTREAM, 0).stepRuns()).isEmpty();
    assertThat(both(c, Direction.UPSTREAM, 3).truncated()).isFalse();
  }

  @Test
  void lineageThroughACachedStepLeadsToTheOriginalOnce() {
    UUID raw = steps.make("load", List.of());
    UUID clean = steps.make("clean", List.of(raw));
    steps.nextRun("second");
    UUID sameRaw = steps.make("load", List.of());
    steps.reuse("clean", List.of(sameRaw), clean);
    UUID model = steps.make("train", List.of(clean));

    LineageGraph up = both(model, Direction.UPSTREAM, Lineage.ALL);
    assertThat(up.versions())
        .extracting(ArtifactVersion::id)
        .containsExactlyInAnyOrder(raw, clean, model);
    assertThat(up.stepRuns())
        .extracting(found -> found.run() + found.step().step())
        .containsExactly("1load", "1clean", "2train");

    LineageGraph down = both(sameRaw, Direction.DOWNSTREAM, Lineage.ALL);
    assertThat(down.stepRuns())
        .extracting(found -> found.step().status())
        .containsExactly(StepStatus.CACHED);
    assertThat(down.versions()).extracting(ArtifactVersion::id).containsExactly(sameRaw);
    assertThat(down.edges()).extracting(Edge::role).containsExactly(EdgeRole.INPUT);
  }

  @Test
  void undeclaredReadsAreLineageToo() {
    UUID raw = steps.make("load", List.of());
    UUID model =
        steps.makeFrom("train", List.of(new NewEdge(raw, EdgeRole.OBSERVED_INPUT, "peek")));

    assertThat(both(model, Direction.UPSTREAM, Lineage.ALL).edges())
        .extracting(Edge::role)
        .contains(EdgeRole.OBSERVED_INPUT);
  }

  @Test
  void externalDataAreWhereLineageBegins() {
    UUID external = UUID.randomUUID();
    store
        .submit(new RegisterExternal(external, "raw", "s3://b/x", "etag:1", 1, Instant.EPOCH))
        .join();
    UUID model = steps.make("train", List.of(external));
    UUID report = steps.make("report", List.of(model));

    assertThat(both(report, Direction.UPSTREAM, Lineage.ALL).versions())
        .extracting(ArtifactVersion::id)
        .containsExactlyInAnyOrder(external, model, report);
    assertThat(both(external, Direction.DOWNSTREAM, Lineage.ALL).versions())
        .extracting(ArtifactVersion::id)
        .containsExactlyInAnyOrder(external, model, report);
  }

  @Test
  void whatIsUnknownHasNoLineage() {
    LineageGraph graph = both(UUID.randomUUID(), Direction.UPSTREAM, Lineage.ALL);

    assertThat(graph.versions()).isEmpty();
    assertThat(graph.edges()).isEmpty();
  }

  @Test
  void indexAndQueriesAgreeOnRandomGraphsThatGrow() {
    Random random = new Random(17);
    List<UUID> made = new ArrayList<>(List.of(steps.make("first", List.of())));
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 60; i++) {
        List<UUID> inputs = random
            .ints(random.nextInt(4), 0, made.size())
            .mapToObj(made::get)
            .distinct()
            .toList();
        String name = "s" + round + "-" + i;
        if (random.nextInt(5) == 0) {
          steps.reuse(name, inputs, made.get(random.nextInt(made.size())));
        } else {
          made.add(steps.make(name, inputs));
        }
      }
      for (int i = 0; i < 20; i++) {
        UUID start = made.get(random.nextInt(made.size()));
        int depth = random.nextInt(6);
        both(start, Direction.UPSTREAM, depth);
        both(start, Direction.DOWNSTREAM, depth);
        LineageGraph all = both(start, Direction.UPSTREAM, Lineage.ALL);
        assertThat(index.count(start, Direction.UPSTREAM))
            .isEqualTo(all.versions().size() - 1);
      }
    }
  }

  /** The lineage by queries, which that by the index must equal. */
  private LineageGraph both(UUID version, Direction direction, int depth) {
    LineageGraph byQueries = lineage.of(version, direction, depth);
    assertThat(lineage.of(version, direction, depth, index)).isEqualTo(byQueries);
    return byQueries;
  }
}
