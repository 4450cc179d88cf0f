package dev.treadle.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treadle.api.FingerprintScope;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeFingerprintTest {
  private static final String STEPS = """
      import java.util.function.*;
      import java.util.*;
      public final class Steps {
        public static Split load(String csv) { return new Split(csv.length(), List.of()); }
        public static double train(Split data) { return scale(data.rows()) + Rates.DEFAULT; }
        public static String report(String s) {
          Function<String, String> f = t -> t + "!";
          Supplier<Supplier<String>> g = () -> () -> "inner";
          return f.apply(s) + g.get().get();
        }
        public static int byWord(String s) { return switch (s) { case "one" -> 1; case "two" -> 2; default -> 0; }; }
        public static int byMode(Mode m) { return switch (m) { case FAST -> 1; case SLOW -> 2; }; }
        public static double area(int n) { Shape s = n > 0 ? new Circle(n) : new Square(n); return s.area(); }
        public static String table(int n) { return Tables.NAMES.get(n); }
        public static int callback(List<String> l) { l.sort(new ByLength()); return l.size(); }
        public static Object guarded(String s) {
          try { return Integer.parseInt(s); } catch (NumberFormatException e) { return -1; }
        }
        public static long waits(long n) { long sum = 0; for (int i = 0; i < n; i++) { sum += i; } return sum; }
        private static double scale(int rows) { return rows * 0.5; }
      }
      """;

  @TempDir
  private Path root;

  private Sources sources;

  @BeforeEach
  void writeSources() {
    sources = new Sources(root)
        .type("Steps", STEPS)
        .type("Split", "public record Split(int rows, java.util.List<Tag> tags) {}")
        .type(
            "Tag",
            "public record Tag(String name) { public String shown() { return \"#\" + name; } }")
        .type("Rates", "public interface Rates { double DEFAULT = 0.1; }")
        .type("Mode", "public enum Mode { FAST, SLOW; public int cost() { return 1; } }")
        .type(
            "Shape",
            "public interface Shape { double area(); default double twice() { return 2 * area(); } }")
        .type(
            "Circle",
            "public record Circle(double r) implements Shape { public double area() { return 3 * r; } }")
        .type(
            "Square",
            "public record Square(double a) implements Shape { public double area() { return a * a; } }")
        .type("Tables", """
            import java.util.*;
            final class Tables { static final List<String> NAMES = new ArrayList<>(List.of("a", "b")); }
            """)
        .type("ByLength", """
            class ByLength implements java.util.Comparator<String> {
              @Override public int compare(String a, String b) { return order(a, b); }
              private int order(String a, String b) { return a.length() - b.length(); }
              int unused() { return 7; }
            }
            """)
        .type("Other", "class Other { int n() { return 1; } }");
  }

  @Test
  void ignoresCommentsLayoutAndNamesOfLocalVariables() {
    String before = sources.fingerprint("waits");

    sources.type(
        "Steps",
        "/** New. */\n\n"
            + STEPS.replace("long sum = 0;", "// why\n\n long total = 0;").replace("sum", "total"));

    assertThat(sources.fingerprint("waits")).isEqualTo(before);
  }

  @Test
  void ignoresDebugInformation() {
    String before = sources.fingerprint("report");

    assertThat(sources.option("-g:none").fingerprint("report")).isEqualTo(before);
  }

  @Test
  void ignoresTheOrderOfMembers() {
    String before = sources.fingerprint("train");
    String helper = "private static double scale(int rows) { return rows * 0.5; }";

    sources
        .change("Steps", helper, "")
        .change("Steps", "public static Split load", helper + " public static Split load");

    assertThat(sources.fingerprint("train")).isEqualTo(before);
  }

  @Test
  void ignoresConstantsThatGrowThePoolBeyondOneByte() {
    String before = sources.fingerprint("byWord");
    String report = sources.fingerprint("report");
    String many = IntStream.range(0, 400)
        .mapToObj(i -> "s = s + \"" + i + "\".trim();")
        .collect(Collectors.joining());

    sources.change(
        "Steps",
        "public static Split load",
        "static void many(String s) {" + many + "}\npublic static Split load");

    assertThat(sources.fingerprint("byWord")).isEqualTo(before);
    assertThat(sources.fingerprint("report")).isEqualTo(report);
  }

  @Test
  void ignoresLambdasAddedToOtherSteps() {
    String before = sources.fingerprint("report");

    sources.change(
        "Steps",
        "return new Split",
        "Runnable r = () -> System.out.println(csv); r.run(); return new Split");

    assertThat(sources.fingerprint("report")).isEqualTo(before);
  }

  @Test
  void ignoresClassesThatTheStepDoesNotUse() {
    String before = sources.fingerprint("train");

    sources.change("Other", "return 1", "return 2").change("Square", "a * a", "a * a * 1.5");

    assertThat(sources.fingerprint("train")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "train    | Steps    | rows * 0.5           | rows * 0.6",
        "train    | Rates    | 0.1                  | 0.2",
        "train    | Split    | java.util.List       | java.util.Collection",
        "train    | Split    | {}                   | { boolean empty() { return rows == 0; } }",
        "train    | Tag      | String name          | CharSequence name",
        "train    | Tag      | `\"#\"`              | `\"@\"`",
        "report   | Steps    | `\"!\"`              | `\"?\"`",
        "report   | Steps    | `\"inner\"`          | `\"outer\"`",
        "byWord   | Steps    | `case \"two\" -> 2`  | `case \"two\" -> 3`",
        "byWord   | Steps    | `case \"two\"`       | `case \"three\"`",
        "byMode   | Mode     | FAST, SLOW           | SLOW, FAST",
        "byMode   | Mode     | return 1             | return 2",
        "byMode   | Steps    | case SLOW -> 2       | case SLOW -> 3",
        "area     | Circle   | 3 * r                | 3.14 * r",
        "area     | Square   | a * a                | a * 2",
        "area     | Shape    | double area();       | double area(); int SIDES = Integer.parseInt(`\"4\"`);",
        "table    | Tables   | `\"b\"`              | `\"c\"`",
        "callback | ByLength | a.length() - b       | b.length() - b",
        "guarded  | Steps    | NumberFormatException | IllegalArgumentException",
        "guarded  | Steps    | return -1            | return -2",
        "waits    | Steps    | i < n                | i <= n",
      })
  void changesWithWhatTheStepUses(String step, String type, String before, String after) {
    String old = sources.fingerprint(step);

    sources.change(type, before, after.replace("`", ""));

    assertThat(sources.fingerprint(step)).isNotEqualTo(old);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "load     | Steps    | rows * 0.5           | rows * 0.6",
        "report   | Steps    | rows * 0.5           | rows * 0.6",
        "train    | Steps    | csv.length()         | csv.length() + 1",
        "train    | Steps    | `\"!\"`              | `\"?\"`",
        "callback | ByLength | return 7             | return 8",
        "table    | Mode     | return 1             | return 2",
      })
  void staysTheSameWhenOtherStepsChange(String step, String type, String before, String after) {
    String old = sources.fingerprint(step);

    sources.change(type, before, after);

    assertThat(sources.fingerprint(step)).isEqualTo(old);
  }

  @Test
  void namesWhatChanged() {
    var before = sources.known("train", FingerprintScope.REACHABLE).parts();

    var after = sources
        .change("Steps", "0.5", "0.6")
        .known("train", FingerprintScope.REACHABLE)
        .parts();

    assertThat(after.keySet())
        .isEqualTo(before.keySet())
        .contains("p.Steps#train", "p.Split", "p.Tag#shown");
    assertThat(after.entrySet())
        .filteredOn(part -> !part.getValue().equals(before.get(part.getKey())))
        .extracting(Map.Entry::getKey)
        .containsExactly("p.Steps#scale");
  }

  @Test
  void seesInheritedMethodsOverridesAndDefaultMethods() {
    sources
        .type(
            "Base",
            "abstract class Base { int run() { return hook() + more(); } abstract int hook(); int more() { return 1; } }")
        .type("Hooks", "interface Hooks { default int extra() { return 10; } }")
        .type(
            "Leaf",
            "class Leaf extends Base implements Hooks { int hook() { return extra(); } int more() { return 5; } }")
        .type(
            "Steps",
            "public class Steps { public static int run(int n) { return new Leaf().run(); } }");
    String before = sources.fingerprint("run");

    assertThat(sources.change("Hooks", "10", "11").fingerprint("run")).isNotEqualTo(before);
    assertThat(sources.change("Hooks", "11", "10").fingerprint("run")).isEqualTo(before);
    assertThat(sources.change("Leaf", "5", "6").fingerprint("run")).isNotEqualTo(before);
    assertThat(
            sources.change("Leaf", "6", "5").change("Base", "+ more", "- more").fingerprint("run"))
        .isNotEqualTo(before);
  }

  @Test
  void seesSubclassesThatMayArriveAsAnInput() {
    sources
        .type("Scorer", "public interface Scorer { double score(double x); }")
        .type(
            "Linear",
            "public class Linear implements Scorer { public double score(double x) { return 2 * x; } }")
        .type(
            "Steps",
            "public class Steps { public static double run(java.util.List<Scorer> s) { return s.get(0).score(1); } }");
    String before = sources.fingerprint("run");

    assertThat(sources.change("Linear", "2 * x", "3 * x").fingerprint("run")).isNotEqualTo(before);
  }

  @Test
  void seesAnnotationsAndTheirDefaults() {
    sources
        .type("Limit", """
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME) public @interface Limit { int value() default 5; Class<?>[] of() default {}; }
            """)
        .type("Row", "@Limit(of = String.class) public record Row(@Limit int n) {}")
        .type("Steps", "public class Steps { public static int run(Row row) { return row.n(); } }");
    String before = sources.fingerprint("run");

    assertThat(sources.change("Limit", "default 5", "default 6").fingerprint("run"))
        .isNotEqualTo(before);
    assertThat(sources
            .change("Limit", "default 6", "default 5")
            .change("Row", "@Limit int", "@Limit(7) int")
            .fingerprint("run"))
        .isNotEqualTo(before);
  }

  @Test
  void ignoresTheOptionsOfAStep() {
    sources.type("Steps", """
        import dev.treadle.api.*;
        public class Steps { @Step(retries = 1) public static int run(int n) { return n; } }
        """);
    String before = sources.fingerprint("run");

    assertThat(sources.change("Steps", "retries = 1", "retries = 2").fingerprint("run"))
        .isEqualTo(before);
  }

  @Test
  void keepsStepsOfOneRecordApart() {
    sources.type("Steps", """
        public record Steps(double rate) {
          public double fit(double x) { return x * rate; }
          public double tune(double x) { return x + rate; }
        }
        """);
    String before = sources.fingerprint("fit");

    assertThat(sources.change("Steps", "x + rate", "x - rate").fingerprint("fit"))
        .isEqualTo(before);
    assertThat(sources.change("Steps", "double rate", "float rate").fingerprint("fit"))
        .isNotEqualTo(before);
  }

  @Test
  void doesNotTakeALoggerForAUseOfTheWholeClass() {
    sources.type("Steps", """
        public class Steps {
          private static final System.Logger log = System.getLogger(Steps.class.getName());
          public static int one(int n) { log.log(System.Logger.Level.INFO, "one"); return n; }
          public static int two(int n) { return n + 2; }
        }
        """);
    String before = sources.fingerprint("one");

    assertThat(sources.change("Steps", "n + 2", "n + 3").fingerprint("one")).isEqualTo(before);
  }

  @Test
  void tellsUnpairedSurrogatesApart() {
    sources.type(
        "Steps", "public class Steps { public static String one(int n) { return \"\\ud800\"; } }");
    String before = sources.fingerprint("one");

    assertThat(sources.change("Steps", "\\ud800", "\\ud801").fingerprint("one"))
        .isNotEqualTo(before);
  }

  @Test
  void countsALibraryJarAsAWhole() {
    var library = new Sources(root)
        .type(
            "Lib",
            "public class Lib { public static int n() { return 1; } int other() { return 1; } }");
    Path jar = library.jar("lib-1.0.jar");
    sources
        .library(jar)
        .type(
            "Steps",
            "public class Steps { public static int run(int n) { return Lib.n(); } public static int no(int n) { return n; } }");
    var before = sources.known("run", FingerprintScope.REACHABLE);
    String without = sources.fingerprint("no");

    library.change("Lib", "other() { return 1;", "other() { return 20;").jar("lib-1.0.jar");
    var after = sources.known("run", FingerprintScope.REACHABLE);

    assertThat(before.parts()).containsKey("jar lib-1.0.jar");
    assertThat(after.sha256()).isNotEqualTo(before.sha256());
    assertThat(sources.fingerprint("no")).isEqualTo(without);
  }

  @Test
  void countsTheClassesOfASnapshotJarOneByOne() {
    var library = new Sources(root)
        .type(
            "Lib",
            "public class Lib { public static int n() { return 1; } int other() { return 1; } }");
    sources
        .library(library.jar("lib-1.0-SNAPSHOT.jar"))
        .type("Steps", "public class Steps { public static int run(int n) { return Lib.n(); } }");
    String before = sources.fingerprint("run");

    library
        .change("Lib", "other() { return 1;", "other() { return 20;")
        .jar("lib-1.0-SNAPSHOT.jar");
    assertThat(sources.fingerprint("run")).isEqualTo(before);

    library.change("Lib", "n() { return 1;", "n() { return 30;").jar("lib-1.0-SNAPSHOT.jar");
    assertThat(sources.fingerprint("run")).isNotEqualTo(before);
  }

  @Test
  void isTheSameFromAFolderAndFromAJar() {
    var folder = sources.known("train", FingerprintScope.REACHABLE);

    var jar = sources.known("train", FingerprintScope.REACHABLE, sources.jar("steps-1.jar"));

    assertThat(jar).isEqualTo(folder);
  }

  @Test
  void widerScopesSeeMore() {
    var nested = sources.change(
        "Steps",
        "public final class Steps {",
        "public final class Steps { static class In { int n() { return 1; } }");
    String type = nested.known("load", FingerprintScope.CLASS).sha256();
    String folder = nested.known("load", FingerprintScope.PACKAGE).sha256();
    String jar = nested.known("load", FingerprintScope.JAR).sha256();
    String none = nested.known("load", FingerprintScope.NONE).sha256();

    sources.change("Other", "return 1", "return 2");
    assertThat(sources.known("load", FingerprintScope.CLASS).sha256()).isEqualTo(type);
    assertThat(sources.known("load", FingerprintScope.PACKAGE).sha256()).isNotEqualTo(folder);
    assertThat(sources.known("load", FingerprintScope.JAR).sha256()).isNotEqualTo(jar);

    sources.change("Steps", "int n() { return 1", "int n() { return 2");
    assertThat(sources.known("load", FingerprintScope.CLASS).sha256()).isNotEqualTo(type);
    assertThat(sources.known("load", FingerprintScope.NONE).sha256()).isEqualTo(none);
  }

  @Test
  void saysWhenTheClassFileCannotBeFound() {
    Class<?> hidden = Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Runnable.class},
            (proxy, method, arguments) -> null)
        .getClass();

    var fingerprint = CodeFingerprint.of(getClass().getClassLoader())
        .fingerprint(hidden, "run", "()V", FingerprintScope.REACHABLE);

    assertThat(fingerprint)
        .isInstanceOfSatisfying(
            Fingerprint.Unavailable.class,
            unavailable -> assertThat(unavailable.reason())
                .contains(hidden.getName())
                .contains("cannot be found"));
  }

  @Test
  void saysWhichClassFileIsDamaged() throws IOException {
    Path classes = sources.compile();
    Path damaged = classes.resolve("p/Tables.class");
    Files.write(damaged, Arrays.copyOf(Files.readAllBytes(damaged), 200));

    assertThat(sources.fingerprint("table", FingerprintScope.REACHABLE, classes))
        .isInstanceOfSatisfying(
            Fingerprint.Unavailable.class,
            unavailable -> assertThat(unavailable.reason()).contains("p/Tables.class", "damaged"));
  }

  @Test
  void refusesAMethodThatTheClassDoesNotHave() {
    var fingerprint = CodeFingerprint.of(getClass().getClassLoader());

    assertThatThrownBy(
            () -> fingerprint.fingerprint(getClass(), "absent", "()V", FingerprintScope.REACHABLE))
        .isInstanceOf(TreadleException.class)
        .hasMessageContaining("dev.treadle.cache.CodeFingerprintTest has no method absent()V")
        .extracting(e -> ((TreadleException) e).code())
        .isEqualTo(CoreProblem.STEP_NOT_FOUND);
  }
}
