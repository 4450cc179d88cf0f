package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.api.run.StepRun;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.store.RunReferences;
import dev.treadle.diff.MetricsOfRun;
import dev.treadle.metadata.Holder;
import dev.treadle.metadata.MetadataQueries;
import dev.treadle.metadata.RunParameter;
import dev.treadle.metadata.StepDetail;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    header = "Show a run, or one of its steps.",
    footer = {
      "",
      "Examples:",
      "  treadle run show @latest",
      "  treadle run show 42 train",
      "  treadle run show @latest:failed -o json"
    })
final class RunShowCommand implements Callable<Integer> {
  private final Session session;

  @Mixin
  RunArgument run = new RunArgument();

  @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "train or trial[3]")
  @Nullable
  String step;

  RunShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (ProjectStore store = session.store()) {
      RunReferences references = new RunReferences(store.queries());
      PipelineRun found = run.in(store);
      if (step == null) {
        show(session, store, found);
      } else {
        showStep(store, found, references.steps(found, step));
      }
    }
    return 0;
  }

  static void show(Session session, ProjectStore store, PipelineRun run) {
    MetadataQueries queries = store.queries();
    List<StepRun> steps = new RunReferences(queries).steps(run);
    StepLinks links = StepLinks.read(queries, run, steps);
    session
        .out()
        .document(
            "Run",
            fields(queries, run, steps, links),
            Long.toString(run.number()),
            look -> new RunPage(
                    run,
                    steps,
                    links,
                    RunMetrics.text(queries, run),
                    changed(queries, run),
                    queries.facts(Holder.ofRun(run.id())),
                    look)
                .lines());
  }

  static Map<String, Object> fields(
      MetadataQueries queries, PipelineRun run, List<StepRun> steps, StepLinks links) {
    Map<String, Object> metadata = new TreeMap<>();
    queries
        .facts(Holder.ofRun(run.id()))
        .forEach(fact -> metadata.put(fact.key(), new Json.Raw(fact.json())));
    return Fields.of(RunListing.fields(run))
        .with("changedParams", changed(queries, run))
        .with("metadata", metadata)
        .with("metrics", MetricsOfRun.read(queries, run))
        .with(
            "steps",
            steps.stream()
                .map(each -> links.addTo(RunListing.fields(each), each).map())
                .toList())
        .with("environment", new Json.Raw(queries.environment(run.id())))
        .map();
  }

  private static Set<String> changed(MetadataQueries queries, PipelineRun run) {
    return queries.parameters(run.id()).stream()
        .filter(RunParameter::changed)
        .map(RunParameter::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void showStep(ProjectStore store, PipelineRun run, List<StepRun> steps) {
    StepLinks links = StepLinks.read(store.queries(), run, steps);
    List<StepDetail> details = steps.stream()
        .map(each -> store.queries().step(each.id()).orElseThrow())
        .toList();
    session
        .out()
        .document(
            "RunSteps",
            new Fields()
                .with("run", run.number())
                .with("pipeline", run.pipeline())
                .with(
                    "steps",
                    details.stream().map(each -> StepPage.fields(each, links)).toList())
                .map(),
            "run:" + run.number() + "/" + step,
            look -> details.stream()
                .flatMap(each -> StepPage.lines(run, each, links, look).stream())
                .toList());
  }
}
