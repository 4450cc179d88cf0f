package dev.treadle;

import dev.treadle.api.Step;
import dev.treadle.api.StepContext;
import dev.treadle.api.data.FileRef;
import dev.treadle.api.data.Lazy;
import dev.treadle.api.data.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Steps that talk to their context. */
public final class ContextSteps {
  static volatile StepContext kept = StepContext.noop();

  private ContextSteps() {}

  public record Note(String author, int stars) {}

  @Step
  public static String notes(StepContext context) {
    context.metadata("rows", 344);
    context.metadata("rows", 345);
    context.metadata("note", new Note("Ida", 5));
    context.output("result").metadata("unit", "kg");
    context.metric("loss", 0, 0.5);
    context.metric("loss", 1, 0.25);
    context.metric("odd", Double.NaN);
    context.tag("kind", "trial");
    context.progress(1, 2);
    return context.run().pipeline() + "/" + context.step() + "#" + context.attempt();
  }

  @Step
  public static String mistakesItsOutput(StepContext context) {
    context.output("resutl").metadata("unit", "kg");
    return "noted";
  }

  @Step
  public static void tags(StepContext context, String text) {
    context.tag("kind", text);
  }

  @Step
  public static String talks(StepContext context, String name, int lines)
      throws InterruptedException {
    Logger jul = Logger.getLogger("jul." + name);
    for (int i = 0; i < lines; i++) {
      System.out.println(name + " out " + i);
      System.err.println(name + " err " + i);
      context.logger().info("{} slf4j {}", name, i);
      jul.warning(name + " jul " + i);
      LoggerFactory.getLogger("lib." + name).info("{} library {}", name, i);
    }
    Thread own = new Thread(() -> System.out.println(name + " from its own thread"));
    own.start();
    own.join();
    System.out.print(name + " without end");
    return name;
  }

  @Step
  public static List<Integer> random(StepContext context, String ignored) {
    return context.random().ints(5, 0, 1_000_000).boxed().toList();
  }

  @Step
  public static List<Integer> randomOf(StepContext context, int ignored) {
    return random(context, "");
  }

  @Step
  public static Path file(StepContext context, String text) throws IOException {
    Files.writeString(context.outputDirectory().resolve("left-behind"), "x");
    return Files.writeString(context.outputDirectory().resolve("report.txt"), text);
  }

  @Step
  public static String textOf(Path file) throws IOException {
    return Files.readString(file);
  }

  @Step
  public static String textOfRef(FileRef file) throws IOException {
    return Files.readString(file.path());
  }

  @Step
  public static void saves(StepContext context, String name, String text) {
    context.artifacts().save(name, text);
  }

  @Step
  public static String loads(StepContext context, String reference) {
    return context.artifacts().<String>load(reference, String.class);
  }

  @Step
  public static String opens(StepContext context, String uri) throws IOException {
    try (var in = context.external(URI.create(uri))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Step
  public static String perhaps(boolean open, Lazy<String> value) {
    return open ? value.get() + value.get() : "unopened";
  }

  @Step
  public static int lengthOf(Secret secret) {
    return secret.reveal().length();
  }

  @Step
  public static String text(String text) {
    return text;
  }

  @Step(version = "1")
  public static String sameText() {
    return "same";
  }

  @Step(version = "2")
  public static String sameTextToo() {
    return "same";
  }

  @Step
  public static int length(String text) {
    return text.length();
  }

  @Step
  public static String keepsItsContext(StepContext context) {
    kept = context;
    return "kept";
  }

  @Step
  public static boolean hasDeadline(StepContext context) {
    return context
        .deadline()
        .filter(at -> Duration.between(context.clock().instant(), at).toSeconds() <= 60)
        .isPresent();
  }
}
