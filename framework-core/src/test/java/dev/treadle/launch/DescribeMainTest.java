package dev.treadle.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treadle.graph.GraphJson;
import dev.treadle.launch.PipelineDescription.Finding;
import dev.treadle.launch.PipelineDescription.Parameter;
import example.broken.TenMistakesPipeline;
import example.churn.ChurnPipeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeMainTest {
  private static final Map<String, String> CHURN =
      Map.of("csv", "churn.csv", "testFraction", "0.5", "trials", "3", "threshold", "0.9");

  @TempDir
  Path directory;

  @Test
  void describesGraphAndParameters() throws IOException {
    PipelineDescription churn = describe(CHURN, ChurnPipeline.class.getName()).get(0);

    assertThat(churn.name()).isEqualTo("churn");
    assertThat(churn.pipelineClass()).isEqualTo("example.churn.ChurnPipeline");
    assertThat(churn.problems()).isEmpty();
    assertThat(churn.error()).isNull();
    assertThat(churn.parameters()).contains(new Parameter("trials", "int", null, true, ""));
    assertThat(GraphJson.read(String.valueOf(churn.graph())).steps()).hasSize(8);
  }

  @Test
  void tellsAllParametersThatAreMissing() throws IOException {
    PipelineDescription churn =
        describe(Map.of(), ChurnPipeline.class.getName()).get(0);

    assertThat(churn.graph()).isNull();
    assertThat(churn.parameters()).hasSize(4);
    assertThat(churn.problems()).hasSize(4).allMatch(problem -> problem.code().equals("PARAM-110"));
    assertThat(churn.error()).isNotNull();
    assertThat(churn.error().exitCode()).isEqualTo(2);
  }

  @Test
  void tellsAllProblemsOfADefinitionAndGoesOnWithTheNext() throws IOException {
    List<PipelineDescription> described =
        describe(CHURN, "example.None", TenMistakesPipeline.class.getName());

    assertThat(described.get(0).problems())
        .containsExactly(new Finding(
            "RUN-201", "There is no class example.None on the class path", List.of(), ""));
    assertThat(described.get(1).problems()).isNotEmpty();
    assertThat(described).hasSize(2);
  }

  @Test
  void loadsNeitherAnOrmNorADatabase() throws Exception {
    Path request = Files.createFile(directory.resolve("request.json"));
    request(CHURN, ChurnPipeline.class.getName()).write(request);
    Path loaded = directory.resolve("loaded.txt");

    int exitCode = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:file=" + loaded,
            "-cp",
            System.getProperty("java.class.path"),
            DescribeMain.class.getName(),
            request.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();

    assertThat(exitCode).isZero();
    assertThat(Files.readAllLines(loaded))
        .anyMatch(line -> line.contains(" example.churn.ChurnPipeline "))
        .noneMatch(line -> line.contains(" org.hibernate.") || line.contains(" org.h2."));
  }

  private List<PipelineDescription> describe(Map<String, String> params, String... classes)
      throws IOException {
    Path file = Files.createFile(directory.resolve("request.json"));
    request(params, classes).write(file);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(DescribeMain.describe(file, out, () -> {})).isZero();
    assertThat(file).doesNotExist();
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> PipelineDescription.read(line).orElseThrow())
        .toList();
  }

  private DescribeRequest request(Map<String, String> params, String... classes) {
    return new DescribeRequest(directory.toString(), List.of(classes), params, null, null);
  }
}
