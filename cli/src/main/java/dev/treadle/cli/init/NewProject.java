package dev.treadle.cli.init;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.project.PipelineClass;
import dev.treadle.error.TreadleException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of a new project.
 *
 * @param files contents by path with slashes
 */
record NewProject(Map<String, byte[]> files) {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package .*\\R\\R?");
  private static final Pattern PIPELINE = Pattern.compile("\\bimplements Pipeline<");
  private static final String SETTINGS =
      "# This folder is a Treadle project: what its runs made is kept in .treadle/ beside this file.\n";

  /** Build of a new project. */
  enum Build {
    MAVEN,
    JBANG
  }

  /** A Maven project that stands alone. */
  static NewProject maven(Template template, Names names) {
    Map<String, byte[]> files = new TreeMap<>(template.filesIn(names.packageName()));
    put(files, "pom.xml", template.pom(names.packageName(), names.project()));
    put(files, "treadle.yaml", SETTINGS);
    put(files, ".gitignore", ".treadle/\ntarget/\n");
    if (template.files().isEmpty()) {
      put(
          files,
          Template.JAVA + names.packageName().replace('.', '/') + "/package-info.java",
          "package " + names.packageName() + ";\n");
    }
    return new NewProject(files);
  }

  /** One file that JBang runs; it is in no package. */
  static NewProject jbang(Template template, String version, @Nullable String packageGiven) {
    if (packageGiven != null) {
      throw new TreadleException(
          CliProblem.USAGE,
          "A file that JBang runs is in no package, so --package " + packageGiven
              + " cannot be\nfix: leave it out, or --build maven");
    }
    List<Map.Entry<String, byte[]>> sources = template.files().entrySet().stream()
        .filter(file -> file.getKey().startsWith("src/main/"))
        .filter(file -> !file.getKey().endsWith("/package-info.java"))
        .toList();
    if (sources.size() != 1) {
      throw new TreadleException(
          CliProblem.USAGE,
          "JBang runs one file, and '" + template.name() + "' has "
              + (sources.isEmpty() ? "none" : sources.size())
              + "\nfix: --template hello, or --build maven");
    }
    Source source = Source.of(sources.get(0));
    Map<String, byte[]> files = new TreeMap<>();
    put(
        files,
        source.file(),
        """
        ///usr/bin/env jbang "$0" "$@" ; exit $?
        //JAVA 17+
        //JAVAC_OPTIONS -parameters
        //DEPS dev.treadle:treadle:""" + version + "\n\n" + PACKAGE.matcher(source.text()).replaceFirst(""));
    put(files, "treadle.yaml", SETTINGS);
    put(files, ".gitignore", ".treadle/\n");
    return new NewProject(files);
  }

  /** Java sources of the main or of the test tree. */
  List<Source> sources(String root) {
    List<Source> sources = new ArrayList<>();
    files.entrySet().stream()
        .filter(file -> file.getKey().startsWith(root) && file.getKey().endsWith(".java"))
        .map(Source::of)
        .forEach(sources::add);
    return sources;
  }

  /** Names of the pipelines, as {@code treadle run} knows them. */
  List<String> pipelines() {
    return sources("").stream()
        .filter(Source::isPipeline)
        .map(source -> new PipelineClass(source.type(), Path.of("")).name())
        .toList();
  }

  private static void put(Map<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file of Java. */
  record Source(String file, String text) {

    static Source of(Map.Entry<String, byte[]> file) {
      return new Source(
          file.getKey().substring(file.getKey().lastIndexOf('/') + 1),
          new String(file.getValue(), StandardCharsets.UTF_8));
    }

    String type() {
      return file.substring(0, file.length() - ".java".length());
    }

    boolean isPipeline() {
      return PIPELINE.matcher(text).find();
    }

    int count(String annotation) {
      return (int) Pattern.compile("(?m)^ *@" + annotation + "\\b")
          .matcher(text)
          .results()
          .count();
    }
  }
}
