package dev.treadle.testing;

import static dev.treadle.testing.SampleUnits.AT;
import static dev.treadle.testing.SampleUnits.finishRun;
import static dev.treadle.testing.SampleUnits.step;
import static dev.treadle.testing.SampleUnits.told;
import static dev.treadle.testing.SampleUnits.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.RunStatus;
import dev.treadle.error.CoreProblem;
import dev.treadle.metadata.Act;
import dev.treadle.metadata.Alias;
import dev.treadle.metadata.ArtifactSummary;
import dev.treadle.metadata.Change;
import dev.treadle.metadata.Fact;
import dev.treadle.metadata.FinishStep;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.ImportVersion;
import dev.treadle.metadata.NewVersion;
import dev.treadle.metadata.Reliance;
import dev.treadle.metadata.VersionRef;
import dev.treadle.query.ArtifactQuery;
import dev.treadle.query.FilterParser;
import dev.treadle.query.FilterTarget;
import dev.treadle.query.RunQuery;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people say of runs, steps and versions afterwards, and what they bring in. */
abstract class MetadataStoreCuration extends MetadataStoreFilters {
  static final Act ANA = new Act("ana", AT.plusSeconds(99));
  private static final Act BEN = new Act("ben", AT.plusSeconds(199));

  @Test
  void tagsOfRunsStepsAndVersionsAreSetReplacedAndRemoved() {
    UUID run = run("churn");
    NewVersion model = version("model");
    FinishStep train = step(run, "train", List.of(model), List.of());
    write(train);
    write(finishRun(run, RunStatus.COMPLETED));

    write(new Change.Tags(Holder.ofRun(run), Map.of("team", "ml", "a=b", ""), Set.of(), ANA));
    write(new Change.Tags(Holder.ofRun(run), Map.of(), Set.of("a=b", "never"), ANA));
    write(new Change.Tags(Holder.ofStep(train.stepRun()), Map.of("slow", "yes"), Set.of(), ANA));
    write(new Change.Tags(Holder.ofVersion(model.id()), Map.of("reviewed", "yes"), Set.of(), ANA));

    assertThat(queries().run(run).orElseThrow().tags()).isEqualTo(Map.of("team", "ml"));
    assertThat(queries().step(train.stepRun()).orElseThrow().tags())
        .isEqualTo(Map.of("slow", "yes"));
    assertThat(queries().newestVersion("model").orElseThrow().tags())
        .isEqualTo(Map.of("reviewed", "yes"));
    assertThat(runsThatFit("tag.team=ml")).containsExactly(1L);
    assertThat(runsThatFit("tag.team=risk")).isEmpty();
    assertThat(artifactsThatFit("tag.reviewed=yes")).containsExactly("model");
    assertThat(artifactsThatFit("not tag.reviewed=yes")).isEmpty();
  }

  @Test
  void theLastOfSeveralChangesInOneGroupCounts() {
    UUID run = run("churn");

    var unused = store.enqueue(new Change.Tags(Holder.ofRun(run), Map.of(), Set.of("team"), ANA));
    write(new Change.Tags(Holder.ofRun(run), Map.of("team", "last"), Set.of(), ANA));

    assertThat(queries().run(run).orElseThrow().tags()).isEqualTo(Map.of("team", "last"));
  }

  @Test
  void aNoteIsWrittenReplacedAndRemoved() {
    UUID run = run("churn");
    run("churn");

    write(new Change.Note(run, "odd", ANA));
    write(new Change.Note(run, "the odd one\nof May", BEN));

    assertThat(queries().run(run).orElseThrow().note()).isEqualTo("the odd one\nof May");
    assertThat(runsThatFit("note~ODD")).containsExactly(1L);
    assertThat(runsThatFit("not note~odd")).containsExactly(2L);
    write(new Change.Note(run, "", ANA));
    assertThat(queries().run(run).orElseThrow().note()).isNull();
  }

  @Test
  void peopleSayFactsBesideWhatWasRecordedAndNeverInItsPlace() {
    UUID run = run("churn");
    NewVersion model = version("model");
    FinishStep train = told(
        step(run, "train", List.of(model), List.of()),
        List.of(new Fact("depth", "3")),
        List.of(),
        Map.of(),
        Map.of());
    write(train);
    Holder version = Holder.ofVersion(model.id());

    write(facts(version, new Fact("licence", "\"MIT\"")));
    write(facts(version, new Fact("licence", "\"CC0\"")));
    write(facts(Holder.ofRun(run), new Fact("ticket", "17")));
    write(facts(Holder.ofStep(train.stepRun()), new Fact("seen", "true")));

    assertThat(queries().facts(version))
        .containsExactly(new Fact("licence", "\"CC0\""), new Fact("rows", "344"));
    assertThat(queries().facts(Holder.ofRun(run))).containsExactly(new Fact("ticket", "17"));
    assertThat(queries().step(train.stepRun()).orElseThrow().facts())
        .containsExactly(new Fact("depth", "3"), new Fact("seen", "true"));
    assertFailsWith(
        CoreProblem.STORE_CONFLICT,
        store.submit(facts(version, new Fact("new", "1"), new Fact("rows", "0"))));
    assertFailsWith(
        CoreProblem.STORE_CONFLICT,
        store.submit(new Change.Facts(version, List.of(), Set.of("rows"), ANA)));
    assertThat(queries().facts(version)).as("all or nothing").hasSize(2);
    write(new Change.Facts(version, List.of(), Set.of("licence"), ANA));
    assertThat(queries().facts(version)).containsExactly(new Fact("rows", "344"));
  }

  @Test
  void anAliasHasOneHolderInItsArtifact() {
    UUID run = run("churn");
    NewVersion one = version("model");
    NewVersion two = version("model");
    NewVersion other = version("other");
    write(step(run, "a", List.of(one, other), List.of()));
    write(step(run, "b", List.of(two), List.of()));

    write(new Change.GiveAlias(one.id(), "champion", ANA));
    write(new Change.GiveAlias(other.id(), "champion", ANA));
    write(new Change.GiveAlias(two.id(), "champion", BEN));
    write(new Change.GiveAlias(two.id(), "best", BEN));

    assertThat(queries().aliases("model"))
        .containsExactly(
            new Alias("best", new VersionRef(two.id(), "model", 2), BEN),
            new Alias("champion", new VersionRef(two.id(), "model", 2), BEN));
    assertThat(queries().versionsById(List.of(one.id(), two.id(), other.id())).values())
        .extracting(ArtifactVersion::label, ArtifactVersion::aliases)
        .containsExactlyInAnyOrder(
            tuple("model@1", List.of()),
            tuple("model@2", List.of("best", "champion")),
            tuple("other@1", List.of("champion")));
    assertThat(artifactsThatFit("alias=best")).containsExactly("model");
    write(new Change.TakeAlias("model", "champion", ANA));
    assertThat(queries().aliases("model")).extracting(Alias::name).containsExactly("best");
    assertThat(queries().aliases("other")).hasSize(1);
    assertFailsWith(
        CoreProblem.STORE_CONFLICT, store.submit(new Change.TakeAlias("model", "champion", ANA)));
  }

  @Test
  void nothingCanBeSaidOfWhatIsNotThere() {
    UUID nobody = UUID.randomUUID();

    for (Holder of :
        List.of(Holder.ofRun(nobody), Holder.ofStep(nobody), Holder.ofVersion(nobody))) {
      assertFailsWith(
          CoreProblem.STORE_CONFLICT,
          store.submit(new Change.Tags(of, Map.of("a", "b"), Set.of(), ANA)));
    }
    assertFailsWith(
        CoreProblem.STORE_CONFLICT, store.submit(new Change.GiveAlias(nobody, "a", ANA)));
    assertFailsWith(CoreProblem.STORE_CONFLICT, store.submit(new Change.Note(nobody, "a", ANA)));
    assertFailsWith(
        CoreProblem.STORE_LIMIT,
        store.submit(new Change.Tags(
            Holder.ofRun(run("churn")), Map.of("k".repeat(501), ""), Set.of(), ANA)));
  }

  @Test
  void whatIsImportedIsTheNextVersionAndSaysWhereItCameFrom() {
    UUID run = run("churn");
    NewVersion made = version("table");
    write(step(run, "load", List.of(made), List.of()));
    UUID id = UUID.randomUUID();

    VersionRef imported = write(new ImportVersion(
        id,
        "table",
        "file:/data/x.csv",
        made.content(),
        List.of(new Fact("rows", "7")),
        new Reliance(0, Set.of()),
        ANA));

    assertThat(imported).isEqualTo(new VersionRef(id, "table", 2));
    ArtifactVersion read = queries().version(id).orElseThrow();
    assertThat(read.importedFrom()).isEqualTo("file:/data/x.csv");
    assertThat(read.createdAt()).isEqualTo(ANA.at());
    assertThat(read.run()).isNull();
    assertThat(queries().content(id)).usingRecursiveComparison().isEqualTo(made.content());
    assertThat(queries().facts(Holder.ofVersion(id))).containsExactly(new Fact("rows", "7"));
    write(step(run, "again", List.of(version("table")), List.of()));
    assertThat(queries().newestVersion("table").orElseThrow().number()).isEqualTo(3);
  }

  static Change.Facts facts(Holder of, Fact... said) {
    return new Change.Facts(of, List.of(said), Set.of(), ANA);
  }

  private List<Long> runsThatFit(String filter) {
    return queries()
        .runs(RunQuery.newest(FilterParser.parse(filter, FilterTarget.RUNS, AT), 9))
        .stream()
        .map(PipelineRun::number)
        .toList();
  }

  private List<String> artifactsThatFit(String filter) {
    return queries()
        .artifacts(ArtifactQuery.byName(FilterParser.parse(filter, FilterTarget.ARTIFACTS, AT), 9))
        .stream()
        .map(ArtifactSummary::name)
        .toList();
  }
}
