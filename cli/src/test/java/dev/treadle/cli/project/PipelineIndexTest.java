package dev.treadle.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineIndexTest {
  @TempDir
  Path directory;

  private Path classes;

  @BeforeEach
  void compile() throws IOException {
    classes = directory.resolve("target/classes");
    new Compiled(classes)
        .add("a.ChurnTrainPipeline", pipeline("public final class ChurnTrainPipeline"))
        .add("a.Base", pipeline("public abstract class Base"))
        .add("a.CreditRisk", "package a; public class CreditRisk extends Base {}")
        .add("a.Hidden", pipeline("class Hidden"))
        .add(
            "a.Steps",
            "package a; public class Steps { static final long N = 1L << 40; "
                + "static final double D = 0.5; Runnable r = () -> {}; }")
        .compile();
  }

  @Test
  void findsPublicConcretePipelinesAlsoByInheritanceWithoutLoadingThem() {
    assertThat(PipelineIndex.of(List.of(classes)).pipelines())
        .extracting(PipelineClass::name, PipelineClass::className)
        .containsExactlyInAnyOrder(
            tuple("churn-train", "a.ChurnTrainPipeline"), tuple("credit-risk", "a.CreditRisk"));
  }

  @Test
  void readsAJarLikeItsClasses() throws IOException {
    Path jar = Compiled.jar(classes, directory.resolve("app.jar"));

    LaunchTarget target = ClassPathDoor.jar(jar, "credit-risk", directory);

    assertThat(target.pipeline().className()).isEqualTo("a.CreditRisk");
    assertThat(target.classPath()).containsExactly(jar);
  }

  @Test
  void readsADirectoryOfJars() throws IOException {
    Path lib = Files.createDirectories(directory.resolve("lib"));
    Path jar = Compiled.jar(classes, lib.resolve("app.jar"));

    assertThat(ClassPathDoor.jar(lib, "a.CreditRisk", directory).classPath()).containsExactly(jar);
    assertThat(ClassPathDoor.classPath("lib/*", "credit-risk", directory).classPath())
        .containsExactly(jar);
  }

  @Test
  void onlyCountsThePlacesOfALongClassPathThatHoldNone() throws IOException {
    List<Path> roots = new ArrayList<>(List.of(classes));
    for (int i = 0; i < 6; i++) {
      roots.add(Files.createDirectory(directory.resolve("none" + i)));
    }

    assertThatThrownBy(() -> PipelineIndex.find(roots, "churn-trian", directory))
        .hasMessageContaining("looked in target/classes (2 pipelines), 6 places without pipelines");
  }

  @Test
  void suggestsANearNameAndSaysWhereItLooked() {
    assertThatThrownBy(() -> PipelineIndex.find(List.of(classes), "churn-trian", directory))
        .isInstanceOfSatisfying(
            TreadleException.class,
            e -> assertThat(e.code()).isEqualTo(CoreProblem.RUN_NO_PIPELINE))
        .hasMessage("No pipeline named 'churn-trian' in this project"
            + "\nlooked in target/classes (2 pipelines)\ndid you mean: churn-train");
  }

  @Test
  void listsTheClassesWhenTwoHaveTheName() throws IOException {
    new Compiled(classes)
        .add("b.ChurnTrain", pipeline("public class ChurnTrain").replace("package a", "package b"))
        .compile();
    List<Path> roots = List.of(classes);

    assertThatThrownBy(() -> PipelineIndex.find(roots, "churn-train", directory))
        .isInstanceOfSatisfying(
            TreadleException.class, e -> assertThat(e.code()).isEqualTo(CoreProblem.RUN_AMBIGUOUS))
        .hasMessageContaining("a.ChurnTrainPipeline   in target/classes")
        .hasMessageContaining("b.ChurnTrain   in target/classes");
    assertThat(PipelineIndex.find(roots, "b.ChurnTrain", directory).className())
        .isEqualTo("b.ChurnTrain");
  }

  @Test
  void namesTheFileThatIsNoClass() throws IOException {
    Files.writeString(classes.resolve("Broken.class"), "no class");

    assertThatThrownBy(() -> PipelineIndex.of(List.of(classes)))
        .isInstanceOf(TreadleException.class)
        .hasMessageContaining("not a class file");
  }

  @Test
  void readsNoClassThatIsNotCalledSo() throws IOException {
    Files.writeString(classes.resolve("Broken.class"), "no class");

    assertThat(PipelineIndex.find(List.of(classes), "churn-train", directory).className())
        .isEqualTo("a.ChurnTrainPipeline");
  }

  @ParameterizedTest
  @CsvSource({
    "CreditRisk, credit-risk",
    "ETLPipeline, etl",
    "ETLJob, etl-job",
    "Pipeline, pipeline",
    "Digits2Onnx, digits2-onnx",
    "INFOPipeline, info"
  })
  void namesAPipelineByItsClass(String simpleName, String name) {
    assertThat(PipelineClass.nameOf(simpleName)).isEqualTo(name);
  }

  private static String pipeline(String head) {
    return "package a; import dev.treadle.api.*; " + head
        + " implements Pipeline<NoParams> { "
        + "static { if (true) throw new Error(\"loaded\"); } "
        + "@Override public void define(PipelineBuilder p, NoParams params) {} }";
  }
}
