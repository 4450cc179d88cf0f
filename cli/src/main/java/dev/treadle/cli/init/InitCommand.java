package dev.treadle.cli.init;

import dev.treadle.cli.init.NewProject.Build;
import dev.treadle.cli.init.NewProject.Source;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Version;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Look;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "init",
    header = "Begin a project that runs: sources, tests and a build.",
    description = "Overwrites nothing: what is in the way is named, and nothing is written.",
    footer = {
      "",
      "Examples:",
      "  treadle init demo --template penguins",
      "  treadle init churn --package org.example.churn",
      "  treadle init hello --build jbang"
    })
public final class InitCommand implements Callable<Integer> {
  private static final int COLUMN = 26;

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "the project's folder, made where it is missing; default: here")
  Path directory = Path.of("");

  @Option(
      names = "--template",
      paramLabel = "NAME",
      completionCandidates = Templates.class,
      description = "what to begin with: ${COMPLETION-CANDIDATES}; default: hello")
  String template = "hello";

  @Option(
      names = "--package",
      paramLabel = "A.B",
      description = "package of the sources; default: named after the folder")
  @Nullable
  String packageName;

  @Option(
      names = "--build",
      paramLabel = "TOOL",
      description = "maven (default), or jbang for a single file")
  Build build = Build.MAVEN;

  public InitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path target = session.directory().resolve(directory).normalize();
    Template chosen = Templates.find(template);
    NewProject project = switch (build) {
      case MAVEN -> NewProject.maven(chosen, Names.of(target, packageName));
      case JBANG -> NewProject.jbang(chosen, Version.current(), packageName);
    };
    new ProjectFolder(target).write(project);
    session.words(target).pipelines(project.pipelines());
    report(target, project);
    return 0;
  }

  private void report(Path target, NewProject project) {
    session
        .out()
        .document(
            "Project",
            new Fields()
                .with("directory", target.toString())
                .with("template", template)
                .with("build", build.name().toLowerCase(Locale.ROOT))
                .with("pipelines", project.pipelines())
                .with("files", List.copyOf(project.files().keySet()))
                .with("next", next(project))
                .map(),
            target.toString(),
            look -> page(look, project));
  }

  private List<String> page(Look look, NewProject project) {
    Page page = new Page(look);
    String folder =
        directory.toString().isEmpty() ? "the project here" : directory + File.separator;
    page.text(Text.of("Created " + folder));
    switch (build) {
      case MAVEN -> {
        row(page, "pom.xml, " + Template.JAVA + "…", "Maven project, Java 17" + main(project));
        int tests = project.sources(Template.TESTS).stream()
            .mapToInt(source -> source.count("(?:Parameterized)?Test"))
            .sum();
        if (tests > 0) {
          row(page, Template.TESTS + "…", counted(tests, "test"));
        }
      }
      case JBANG ->
        project
            .sources("")
            .forEach(source -> row(page, source.file(), "the pipeline, run by JBang"));
    }
    row(
        page,
        "treadle.yaml, .treadle/",
        "the project's settings; metadata and artifacts, git-ignored");
    return page.text(Text.of("Next: " + String.join(" && ", next(project)))).lines();
  }

  private static void row(Page page, String what, String meaning) {
    page.row(COLUMN, what, meaning);
  }

  /** {@code : HelloPipeline.java (pipeline), HelloSteps.java (5 steps)}. */
  private static String main(NewProject project) {
    List<String> parts = new ArrayList<>();
    List<Source> sources = new ArrayList<>(project.sources(Template.JAVA));
    sources.sort(Comparator.comparing(source -> !source.isPipeline()));
    for (Source source : sources) {
      int steps = source.count("Step");
      if (source.isPipeline() || steps > 0) {
        List<String> roles = new ArrayList<>();
        if (source.isPipeline()) {
          roles.add("pipeline");
        }
        if (steps > 0) {
          roles.add(counted(steps, "step"));
        }
        parts.add(source.file() + " (" + String.join(", ", roles) + ")");
      }
    }
    return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Commands to go on with, for a shell. */
  private List<String> next(NewProject project) {
    List<String> commands = new ArrayList<>();
    if (!directory.toString().isEmpty()) {
      String folder = directory.toString();
      commands.add("cd "
          + (folder.matches("[\\w./+~-]+") ? folder : "'" + folder.replace("'", "'\\''") + "'"));
    }
    switch (build) {
      case MAVEN ->
        commands.add(
            project.pipelines().isEmpty()
                ? "treadle pipeline list"
                : "treadle run " + project.pipelines().get(0));
      case JBANG ->
        commands.add("jbang "
            + project.sources("").stream().map(Source::file).collect(Collectors.joining()));
    }
    return commands;
  }
}
