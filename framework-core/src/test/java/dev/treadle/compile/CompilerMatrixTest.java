package dev.treadle.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.treadle.Golden;
import dev.treadle.api.NoParams;
import dev.treadle.api.Pipeline;
import dev.treadle.compile.UserCompiler.Source;
import dev.treadle.error.PipelineDefinitionException;
import dev.treadle.graph.GraphJson;
import dev.treadle.json.Json;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compiler of the user finds the mistakes that it can find, and leaves readable references otherwise. */
class CompilerMatrixTest {
  private static final List<String> JAVA_17 =
      List.of("-source", "17", "-target", "17", "-parameters", "-g");
  private static final String PIPELINE = """
      package users;

      import dev.treadle.api.*;
      import java.util.List;

      public final class UsersPipeline implements Pipeline<NoParams> {
        public record Pair(int left, String right) implements Outputs {}
        public record Other(int left) {}
        @Step public static int one() { return 1; }
        @Step public static int twice(int value) { return value; }
        @Step public static double half(double value) { return value; }
        @Step public static int add(int a, String b) { return a; }
        @Step public static Pair pair() { return new Pair(1, ""); }
        @Step public static List<Integer> numbers() { return List.of(); }
        @Step public static int over(int a) { return a; }
        public static String over(String a) { return a; }

        @Override public void define(PipelineBuilder p, NoParams params) {
          var one = p.step(UsersPipeline::one);
          var pair = p.step(UsersPipeline::pair);
          %s
        }
      }
      """;

  private Path classes = Path.of("");

  @BeforeEach
  void makeFolder(@TempDir Path folder) throws IOException {
    classes = Files.createDirectory(folder.resolve("classes"));
  }

  @ParameterizedTest
  @EnumSource
  void findsMistakesInTheirLine(UserCompiler compiler) throws IOException {
    for (var mistake : List.of(
        "p.step(UsersPipeline::twice).with(\"text\");",
        "p.step(UsersPipeline::half).with(1);",
        "p.step(UsersPipeline::twice).with(pair);",
        "p.step(UsersPipeline::twice).with(pair.get(Pair::right));",
        "p.step(UsersPipeline::add).with(pair.get(Pair::right)).with(one);",
        "p.step(UsersPipeline::add).with(one).named(\"add\");",
        "p.step(UsersPipeline::add).with(one).with(\"b\").with(1);",
        "p.step(UsersPipeline::missing);",
        "p.step(UsersPipeline::over).with(true);",
        "p.step(UsersPipeline::twice).with(null);",
        "pair.get(Other::left);",
        "p.map(one, n -> p.step(UsersPipeline::twice).with(n));",
        "p.map(p.step(UsersPipeline::numbers), n -> p.step(UsersPipeline::add).with(\"a\").with(n));",
        "p.when(one);",
        "int value = one;",
        "p.collect(List.of(one, 1));")) {
      var errors = compile(compiler, JAVA_17, mistake);

      assertThat(errors).as(mistake).isNotEmpty();
      assertThat(errors.get(0)).as(mistake).isEqualTo(21);
    }
  }

  @ParameterizedTest
  @EnumSource
  void compilesWhatIsRight(UserCompiler compiler) throws Exception {
    var errors = compile(compiler, JAVA_17, """
        p.step(UsersPipeline::half).with(1.0);
            p.step(UsersPipeline::add).with(pair.get(Pair::left)).with(pair.get(Pair::right));
            p.map(p.step(UsersPipeline::numbers), n -> p.step(UsersPipeline::twice).with(n));
        """);

    assertThat(errors).isEmpty();
    assertThat(compilePipeline().warnings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheSameGraphForTheExample(UserCompiler compiler) throws Exception {
    var sources = new ArrayList<Source>();
    for (var name : List.of("ChurnSteps", "ChurnPipeline")) {
      sources.add(new Source(
          "example.churn." + name,
          Files.readString(Path.of("src/test/java/example/churn", name + ".java"))));
    }

    assertThat(compiler.compile(classes, JAVA_17, sources)).isEmpty();

    try (var loader = new ChildFirst(classes)) {
      var type = loader.loadClass("example.churn.ChurnPipeline");
      var paramsType = loader.loadClass("example.churn.ChurnPipeline$Params");
      var params = (Record) paramsType
          .getConstructor(String.class, double.class, int.class, double.class)
          .newInstance("churn.csv", 0.5, 3, 0.9);
      var graph = compile(type, params).graph();
      assertThat(type.getClassLoader()).isSameAs(loader);
      Golden.assertMatches(
          "churn-graph.json", Json.parse(GraphJson.write(graph)).toPrettyString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void seesALambdaForWhatItIs(UserCompiler compiler) throws Exception {
    assertThat(compile(compiler, JAVA_17, "p.step((Integer n) -> n).with(1);")).isEmpty();

    var error = catchThrowableOfType(PipelineDefinitionException.class, this::compilePipeline);

    assertThat(error.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.code().code()).isEqualTo("STEP-101");
      assertThat(problem.places())
          .containsExactly("used at UsersPipeline.define(UsersPipeline.java:21)");
    });
  }

  @Test
  void warnsWhereParameterNamesAreLost() throws Exception {
    var errors = compile(
        UserCompiler.JAVAC,
        List.of("-source", "17", "-target", "17"),
        "p.step(UsersPipeline::twice).with(1);");

    assertThat(errors).isEmpty();
    assertThat(compilePipeline().warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.text())
            .startsWith("[STEP-114] The class of UsersPipeline.twice keeps no parameter names")
            .contains("-parameters"));
  }

  @Test
  void namesTheOpensDirectiveThatAModuleLacks() throws Exception {
    var module = new Source("module-info", "module users { exports users; }");
    var options = new ArrayList<>(JAVA_17);
    options.addAll(List.of("--add-reads", "users=ALL-UNNAMED"));
    assertThat(UserCompiler.JAVAC.compile(
            classes,
            options,
            List.of(module, new Source("users.UsersPipeline", PIPELINE.formatted("")))))
        .isEmpty();
    var parent = ModuleLayer.boot();
    var configuration = parent
        .configuration()
        .resolve(ModuleFinder.of(classes), ModuleFinder.of(), Set.of("users"));
    var layer = ModuleLayer.defineModulesWithOneLoader(
        configuration, List.of(parent), getClass().getClassLoader());
    layer.addReads(layer.layer().findModule("users").orElseThrow(), getClass().getModule());

    var type = layer.layer().findLoader("users").loadClass("users.UsersPipeline");
    var error = catchThrowableOfType(
        PipelineDefinitionException.class, () -> compile(type, new NoParams()));

    assertThat(error.problems()).hasSize(2).allSatisfy(problem -> {
      assertThat(problem.code().code()).isEqualTo("STEP-103");
      assertThat(problem.message())
          .isEqualTo(
              "Module users does not open package users, so that its method references cannot be read.");
      assertThat(problem.fix()).isEqualTo("add to module-info.java: opens users;");
    });
  }

  /** The lines of the errors. */
  private List<Long> compile(UserCompiler compiler, List<String> options, String statement)
      throws IOException {
    var source = new Source("users.UsersPipeline", PIPELINE.formatted(statement));
    return compiler.compile(classes, options, List.of(source)).stream()
        .map(error -> error.getLineNumber())
        .toList();
  }

  private CompiledPipeline compilePipeline() throws Exception {
    try (var loader = UserCompiler.loader(classes)) {
      return compile(loader.loadClass("users.UsersPipeline"), new NoParams());
    }
  }

  @SuppressWarnings("unchecked")
  private static CompiledPipeline compile(Class<?> type, Record params) throws Exception {
    var pipeline = (Pipeline<Record>) type.getConstructor().newInstance();
    return new PipelineCompiler(JsonMaterializer.CHOICE).compile(pipeline, params);
  }

  /** Takes the example from the folder although the class path has it too. */
  private static final class ChildFirst extends URLClassLoader {
    ChildFirst(Path classes) throws IOException {
      super(new URL[] {classes.toUri().toURL()}, CompilerMatrixTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.startsWith("example.")) {
          return super.loadClass(name, resolve);
        }
        var loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
