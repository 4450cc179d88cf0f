package dev.treadle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.cli.launch.RememberingDescriber;
import dev.treadle.cli.session.Describer;
import dev.treadle.cli.store.SampleStore;
import dev.treadle.cli.store.StoreOpener;
import dev.treadle.cli.terminal.Terminal;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.graph.BindingSpec;
import dev.treadle.graph.GraphJson;
import dev.treadle.graph.InputSpec;
import dev.treadle.graph.MethodSpec;
import dev.treadle.graph.Node;
import dev.treadle.graph.OutputSpec;
import dev.treadle.graph.PipelineGraph;
import dev.treadle.graph.Scope;
import dev.treadle.graph.SourceLocation;
import dev.treadle.graph.StepNode;
import dev.treadle.graph.StepOptions;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forks real JVMs with Treadle's own describer over pipelines that are compiled here. */
class PipelineCommandTest {
  private static final Terminal ASCII = new Terminal(true, true, true, 100, 24, false);
  private static final Terminal NARROW = new Terminal(true, true, true, 30, 24, true);

  private static final Describer DESCRIBER = new RememberingDescriber();

  @TempDir
  static Path directory;

  private static String classPath = "";
  private static String valid = "";

  @BeforeAll
  static void compile() throws IOException {
    Path classes = Files.createDirectories(directory.resolve("with space/classes"));
    Path own = OwnClassPath.jar(directory.resolve("own.jar"));
    List<JavaFileObject> sources =
        List.of(source("TrialsPipeline", """
            package credit;
            import dev.treadle.api.*;
            import java.util.List;
            public class TrialsPipeline implements Pipeline<TrialsPipeline.Params> {
              public record Params(
                  @Param(defaultValue = "3", description = "how many are tried") int trials,
                  double limit) {}
              @Step public static List<Integer> plan(int trials) { return List.of(trials); }
              @Step public static int train(int depth) { return depth; }
              @Step public static int evaluate(int model) { return model; }
              @Step public static boolean isGood(List<Integer> all, double limit) { return true; }
              @Step public static void publish(List<Integer> all) {}
              @Step public static void warn() {}
              @Override public void define(PipelineBuilder p, Params params) {
                var all = p.map(p.step(TrialsPipeline::plan).with(params.trials()), depth ->
                    p.step(TrialsPipeline::evaluate).with(p.step(TrialsPipeline::train).with(depth)));
                p.when(p.step(TrialsPipeline::isGood).with(all).with(params.limit()))
                    .then(() -> p.step(TrialsPipeline::publish).with(all))
                    .otherwise(() -> p.step(TrialsPipeline::warn));
              }
            }
            """), source("Penguins", """
            package credit;
            import dev.treadle.api.*;
            public class Penguins implements Pipeline<NoParams> {
              @Step public static int load() { return 1; }
              @Override public void define(PipelineBuilder p, NoParams n) {
                p.step(Penguins::load);
              }
            }
            """), source("Broken", """
            package credit;
            import dev.treadle.api.*;
            public class Broken implements Pipeline<NoParams> {
              @Step public static int twice(int n) { return 2 * n; }
              @Override public void define(PipelineBuilder p, NoParams n) {
                p.step(Broken::twice).with(1).retry(-1);
                p.step((Integer i) -> i).with(2);
              }
            }
            """));
    compile(classes, sources);
    classPath = classes + File.pathSeparator + own;
    Path needing = Files.createDirectories(directory.resolve("valid"));
    List<JavaFileObject> needs = List.of(source("Needs", """
        package credit;
        import dev.treadle.api.*;
        public class Needs implements Pipeline<Needs.Params> {
          public record Params(double limit) {}
          @Override public void define(PipelineBuilder p, Params params) {}
        }
        """));
    compile(needing, needs);
    valid = needing + File.pathSeparator + own;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pipeline-list           | list",
        "pipeline-show           | show trials -p limit=0.9",
        "pipeline-graph          | graph trials -p limit=0.9",
        "pipeline-params         | params trials",
        "pipeline-validate       | validate",
        "pipeline-validate-one   | validate credit.TrialsPipeline -p limit=no -p trails=2"
      })
  void printsTheSameInEveryFormAsBefore(String name, String command) {
    Golden.assertEquals(name + ".screen.txt", run(CommandLineRun.SCREEN, command).stdout);
    Golden.assertEquals(name + ".pipe.txt", run(CommandLineRun.PIPE, command).stdout);
    Golden.assertEquals(name + ".json", run(CommandLineRun.PIPE, command + " -o json").stdout);
  }

  @ParameterizedTest
  @CsvSource({"svg, .svg", "dot, .dot", "mermaid, .mmd"})
  void drawsInOtherForms(String form, String suffix) {
    CommandLineRun run = run(CommandLineRun.PIPE, "graph trials -p limit=0.9 --as " + form);

    Golden.assertEquals("pipeline-graph" + suffix, run.stdout);
  }

  @Test
  void drawsInAsciiAndListsWhatIsTooWide() {
    Golden.assertEquals("pipeline-graph.ascii.txt", run(ASCII, "graph trials -p limit=0.9").stdout);
    Golden.assertEquals(
        "pipeline-graph.narrow.txt", run(NARROW, "graph trials -p limit=0.9").stdout);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "validate penguins                | 0",
        "validate                         | 4",
        "validate broken                  | 4",
        "validate trials                  | 4",
        "show broken                      | 4",
        "graph broken                     | 4",
        "graph trials                     | 2",
        "graph                            | 2",
        "graph penguins --params none.yml | 2",
        "show pengiuns                    | 3"
      })
  void endsWithTheCodeOfWhatHappened(String command, int exitCode) {
    assertThat(run(CommandLineRun.PIPE, command).exitCode).isEqualTo(exitCode);
  }

  @Test
  void keepsTheTextOfErrors() {
    assertThat(run(CommandLineRun.PIPE, "show pengiuns").stderr)
        .startsWith("error[RUN-201]: No pipeline named 'pengiuns' in this project\n")
        .contains("  looked in with space/classes (3 pipelines), own.jar (0 pipelines)\n")
        .endsWith("  did you mean: penguins\n");
    assertThat(run(CommandLineRun.PIPE, "graph trials").stderr).isEqualTo("""
            error[PARAM-110]: 1 problem with the parameters of trials
              limit   missing: -p limit=<double>
              see: treadle pipeline params trials
            """);
  }

  @Test
  void doesNotFailForParametersThatNobodyWasAskedToGive() {
    CommandLineRun run = CommandLineRun.with(
        CommandLineRun.PIPE,
        new SampleStore(),
        directory,
        "pipeline",
        "validate",
        "--classpath",
        valid);

    assertThat(run.stdout).isEqualTo("""
        – needs   not checked: it needs parameters
          1) [PARAM-110] limit: missing: -p limit=<double>
        """);
    assertThat(run.exitCode).isZero();
  }

  @Test
  void listsPipelinesThatHaveNeverRun() {
    String listed = with(
        path -> {
          throw new TreadleException(CoreProblem.STORE_UNREACHABLE, "There is no store");
        },
        "list");

    assertThat(listed).contains("penguins\t1\t0\t–\t–\tcredit.Penguins\n");
  }

  @Test
  void runsAPipelineWhateverItsName() {
    CommandLineRun run = CommandLineRun.with(
        CommandLineRun.PIPE, new SampleStore(), Path.of("/"), "pipeline", "run", "list");

    assertThat(run.stderr).startsWith("error[CLI-801]: There is no pom.xml in /");
  }

  @Test
  void drawsARunWithoutItsClasses() {
    Golden.assertEquals("pipeline-graph-run.screen.txt", ofRun("--run", "3").stdout);
    Golden.assertEquals(
        "pipeline-graph-run.json", ofRun("penguins", "--run", "@latest", "--as", "json").stdout);
    Golden.assertEquals("pipeline-graph-run.svg", ofRun("--run", "3", "--as", "svg").stdout);
    assertThat(ofRun("flights", "--run", "3").stderr)
        .isEqualTo("error[CLI-800]: Run 3 is of the pipeline 'penguins', not of 'flights'\n"
            + "  fix: leave the name out\n");
    assertThat(ofRun("--run", "42").exitCode).isEqualTo(3);
  }

  private static CommandLineRun ofRun(String... args) {
    SampleStore store = new SampleStore();
    store.queries.snapshot = snapshot();
    List<String> all = new ArrayList<>(List.of("pipeline", "graph"));
    all.addAll(List.of(args));
    return CommandLineRun.with(
        CommandLineRun.SCREEN, store, Path.of("target"), all.toArray(String[]::new));
  }

  /** The graph of the sample store's runs. */
  static String snapshot() {
    return GraphJson.write(new PipelineGraph(
        "penguins",
        List.of(
            step("load", List.of()),
            step("train", List.of("load")),
            step("evaluate", List.of("train", "load")))));
  }

  private static Node step(String name, List<String> from) {
    return new StepNode(
        name,
        new MethodSpec("credit.Steps", name, "()I", false),
        from.stream()
            .map(
                each -> new InputSpec(each, "int", new BindingSpec.Output(each, OutputSpec.RESULT)))
            .toList(),
        List.of(new OutputSpec(OutputSpec.RESULT, "int", "")),
        StepOptions.NONE,
        List.of(),
        Scope.TOP,
        SourceLocation.UNKNOWN);
  }

  private static CommandLineRun run(Terminal terminal, String command) {
    SampleStore store = new SampleStore();
    return CommandLineRun.with(terminal, path -> store, DESCRIBER, directory, args(command));
  }

  private static String with(StoreOpener stores, String command) {
    CommandLineRun run =
        CommandLineRun.with(CommandLineRun.PIPE, stores, DESCRIBER, directory, args(command));
    assertThat(run.exitCode).isZero();
    return run.stdout;
  }

  private static String[] args(String command) {
    List<String> args = new ArrayList<>(List.of("pipeline"));
    args.addAll(List.of(command.split(" ")));
    args.add("--classpath");
    args.add(classPath);
    return args.toArray(String[]::new);
  }

  private static void compile(Path classes, List<JavaFileObject> sources) {
    String own = System.getProperty("java.class.path");
    List<String> options =
        List.of("-d", classes.toString(), "-proc:none", "-g", "-parameters", "-cp", own);
    assertThat(ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, null, options, null, sources)
            .call())
        .isTrue();
  }

  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///credit/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
