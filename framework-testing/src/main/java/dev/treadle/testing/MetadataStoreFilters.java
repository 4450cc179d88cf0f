package dev.treadle.testing;

import static dev.treadle.testing.SampleUnits.AT;
import static dev.treadle.testing.SampleUnits.cachedFrom;
import static dev.treadle.testing.SampleUnits.finishRun;
import static dev.treadle.testing.SampleUnits.step;
import static dev.treadle.testing.SampleUnits.told;
import static dev.treadle.testing.SampleUnits.version;
import static dev.treadle.testing.SampleUnits.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.metadata.ArtifactSummary;
import dev.treadle.metadata.FinishRun;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.MetricPoint;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.RunParameter;
import dev.treadle.metadata.StartRun;
import dev.treadle.query.ArtifactQuery;
import dev.treadle.query.Filter;
import dev.treadle.query.FilterParser;
import dev.treadle.query.FilterTarget;
import dev.treadle.query.Order;
import dev.treadle.query.RunQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists by filters, in their orders and pages. */
abstract class MetadataStoreFilters extends MetadataStoreReads {
  private static final Instant NOW = AT.plusSeconds(3_600);

  /** 1 churn, failed after 9 s; 2 churn, completed after 90 s, cached; 3 flights, running, of ben. */
  private void threeRuns() {
    UUID first = begin("churn", AT, "ana", Map.of("team", "risk"), param("lr", "0.10", 0.1));
    FinishStep train = told(
        withKey(step(first, "train", List.of(version("churn/model")), List.of()), "k1", true),
        List.of(),
        List.of(new MetricPoint("auc", -1, 0.79, AT), new MetricPoint("odd", -1, Double.NaN, AT)),
        Map.of(),
        Map.of());
    write(train);
    write(finishRun(first, RunStatus.FAILED));
    UUID second = begin("churn", AT.plusSeconds(60), "ana", Map.of(), param("lr", "slow", null));
    write(cachedFrom(step(second, "train"), train.stepRun()));
    write(new FinishRun(second, RunStatus.COMPLETED, AT.plusSeconds(150), null));
    UUID third = begin(
        "flights_100%", AT.plusSeconds(120), "ben", Map.of("team", "Ops"), param("lr", "3", 3.0));
    NewVersion table = new NewVersion(
        UUID.randomUUID(),
        "flights/table",
        "result",
        version("x").role(),
        version("x").content(),
        List.of());
    write(step(third, "load", List.of(table), List.of()));
  }

  @Test
  void runsFitTheirFilter() {
    threeRuns();

    assertEach(
        """
                                          | 3 2 1
        status=failed                     | 1
        status!=failed                    | 3 2
        status in (failed, running)       | 3 1
        pipeline=churn                    | 2 1
        pipeline~CHU                      | 2 1
        pipeline~FLIGHTS                  | 3
        pipeline=chur                     |
        churn                             | 2 1
        100%                              | 3
        1%0                               |
        "it's"                            |
        not churn                         | 3
        by=ben                            | 3
        stack=local                       | 3 2 1
        run>=2                            | 3 2
        took>=9s took<1m                  | 1
        took>1m                           | 2
        not took>0s                       | 3
        cached>0                          | 2
        cached=0                          | 3 1
        started>2026-11-24                |
        started=2026-11-24                | 3 2 1
        started<2026-11-24T10:16:30.123Z  | 1
        started<=2026-11-24T10:16:30.123Z | 2 1
        started>59m                       | 3
        tag.team=risk                     | 1
        tag.team=ops                      |
        tag.team~OP                       | 3
        tag.team!=risk                    | 3 2
        param.lr=0.1                      | 1
        param.lr=0.10                     | 1
        param.lr=slow                     | 2
        param.lr>0.05                     | 3 1
        param.lr>0.1                      | 3
        param.lr~lo                       | 2
        param.other=1                     |
        metric.auc>0.7                    | 2 1
        metric.auc<0.7                    |
        metric.odd>0                      |
        not metric.odd>0                  | 3 2 1
        status=failed or by=ben           | 3 1
        status=failed (by=ben or by=ana)  | 1
        not (status=failed or by=ben)     | 2
        """,
        filter -> queries().runs(RunQuery.newest(parse(filter, FilterTarget.RUNS), 9)).stream()
            .map(run -> Long.toString(run.number()))
            .toList());
  }

  @Test
  void artifactsFitTheirFilter() {
    threeRuns();

    assertEach(
        """
                           | churn/model flights/table
        model              | churn/model
        name=churn/model   | churn/model
        type~integer       | churn/model flights/table
        type=Integer       |
        size<1kB           | churn/model flights/table
        size>2             |
        pipeline=churn     | churn/model
        step=load          | flights/table
        run=1              | churn/model
        version=1          | churn/model flights/table
        created>2026-11-23 | churn/model flights/table
        param.lr>1         | flights/table
        metric.auc>0.7     | churn/model
        by=ana or by=ben   | churn/model flights/table
        tag.x=y            |
        """,
        filter ->
            queries()
                .artifacts(ArtifactQuery.byName(parse(filter, FilterTarget.ARTIFACTS), 9))
                .stream()
                .map(ArtifactSummary::name)
                .toList());
  }

  @Test
  void runsArePagedInEveryOrder() {
    threeRuns();
    UUID fourth = begin("churn", AT.plusSeconds(60), "ana", Map.of(), param("lr", "1", 1.0));
    write(new FinishRun(fourth, RunStatus.COMPLETED, AT.plusSeconds(150), null));

    assertThat(pages(RunQuery.Key.RUN, Order.DESCENDING)).containsExactly(4L, 3L, 2L, 1L);
    assertThat(pages(RunQuery.Key.RUN, Order.ASCENDING)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(pages(RunQuery.Key.STARTED, Order.ASCENDING)).containsExactly(1L, 4L, 2L, 3L);
    assertThat(pages(RunQuery.Key.STARTED, Order.DESCENDING)).containsExactly(3L, 4L, 2L, 1L);
    assertThat(pages(RunQuery.Key.TOOK, Order.DESCENDING)).containsExactly(3L, 4L, 2L, 1L);
  }

  @Test
  void artifactsArePagedInEveryOrder() {
    UUID run = run("churn");
    write(step(run, "a", List.of(version("b"), version("a")), List.of()));
    write(step(run, "b", List.of(version("c"), version("a")), List.of()));

    for (ArtifactQuery.Key key : ArtifactQuery.Key.values()) {
      assertThat(names(key, Order.ASCENDING)).as("%s", key).containsExactly("a", "b", "c");
    }
    assertThat(names(ArtifactQuery.Key.NAME, Order.DESCENDING)).containsExactly("c", "b", "a");
  }

  @Test
  void versionsFitTheirFilter() {
    UUID first = run("one");
    write(step(first, "s", List.of(version("a")), List.of()));
    UUID second = run("two");
    write(step(second, "s", List.of(version("a")), List.of()));
    write(step(second, "t", List.of(version("a")), List.of()));
    Filter two = parse("pipeline=two", FilterTarget.ARTIFACTS);

    assertThat(queries().versions("a", two, Long.MAX_VALUE, 9))
        .extracting(ArtifactVersion::number)
        .containsExactly(3L, 2L);
    assertThat(queries().versions("a", two, 3, 9))
        .extracting(ArtifactVersion::number)
        .containsExactly(2L);
    assertThat(queries().versions("b", two, 3, 9)).isEmpty();
  }

  @Test
  void parametersReadAsTheyWereWritten() {
    UUID run = run("churn");

    assertThat(queries().parameters(run))
        .containsExactly(
            new RunParameter("depth", "3", 3.0, true),
            new RunParameter("kind", "tree", null, false));
    assertThat(queries().parameters(UUID.randomUUID())).isEmpty();
  }

  private List<Long> pages(RunQuery.Key key, Order order) {
    List<Long> all = new ArrayList<>();
    Optional<RunQuery.Position> after = Optional.empty();
    while (true) {
      List<PipelineRun> page = queries().runs(new RunQuery(Filter.all(), key, order, after, 1));
      if (page.isEmpty()) {
        return all;
      }
      PipelineRun last = page.get(0);
      all.add(last.number());
      after = Optional.of(RunQuery.Position.of(key, last));
    }
  }

  private List<String> names(ArtifactQuery.Key key, Order order) {
    List<String> all = new ArrayList<>();
    Optional<ArtifactQuery.Position> after = Optional.empty();
    while (true) {
      List<ArtifactSummary> page =
          queries().artifacts(new ArtifactQuery(Filter.all(), key, order, after, 1));
      if (page.isEmpty()) {
        return all;
      }
      ArtifactVersion last = page.get(0).newest();
      all.add(last.artifact());
      after = Optional.of(ArtifactQuery.Position.of(key, last));
    }
  }

  private UUID begin(
      String pipeline, Instant at, String user, Map<String, String> tags, RunParameter parameter) {
    UUID id = UUID.randomUUID();
    StartRun unit = SampleUnits.startRun(id, pipeline);
    write(new StartRun(
        id,
        pipeline,
        unit.snapshotDigest(),
        unit.snapshotJson(),
        unit.environmentDigest(),
        unit.environmentJson(),
        unit.paramsJson(),
        unit.seed(),
        unit.stack(),
        user,
        unit.host(),
        at,
        tags,
        List.of(parameter)));
    return id;
  }

  private static RunParameter param(String key, String text, @Nullable Double number) {
    return new RunParameter(key, text, number, false);
  }

  private static Filter parse(String filter, FilterTarget target) {
    return FilterParser.parse(filter, target, NOW);
  }

  /** Lines of a filter, a bar and what fits it. */
  private static void assertEach(String lines, Function<String, List<String>> list) {
    assertThat(lines.lines()).isNotEmpty().allSatisfy(line -> {
      String[] parts = line.split("\\|", -1);
      assertThat(String.join(" ", list.apply(parts[0].strip()))).isEqualTo(parts[1].strip());
    });
  }
}
