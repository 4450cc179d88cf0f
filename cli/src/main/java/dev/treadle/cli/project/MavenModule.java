package dev.treadle.cli.project;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.error.TreadleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A directory with a pom.xml. */
record MavenModule(Path directory) {

  Path pom() {
    return directory.resolve("pom.xml");
  }

  Path classes() {
    return directory.resolve("target").resolve("classes");
  }

  Path sources() {
    return directory.resolve("src").resolve("main");
  }

  /** This module and those below it, as poms name them. */
  List<MavenModule> withModules() {
    List<MavenModule> all = new ArrayList<>();
    all.add(this);
    for (String name : moduleNames()) {
      Path child = directory.resolve(name).normalize();
      Path childDirectory = child.endsWith("pom.xml") ? child.resolveSibling("") : child;
      if (Files.isRegularFile(childDirectory.resolve("pom.xml"))) {
        all.addAll(new MavenModule(childDirectory).withModules());
      }
    }
    return all;
  }

  boolean hasSources() {
    return Files.isDirectory(sources());
  }

  /** Whether a source file is called like a pipeline of that name or class. */
  boolean hasSourceOf(String pipeline) {
    String simple = pipeline.substring(pipeline.lastIndexOf('.') + 1);
    return tree(sources()).stream()
        .map(file -> file.getFileName().toString())
        .filter(file -> file.matches("[^.]+\\.(java|kt|scala|groovy)"))
        .map(file -> file.substring(0, file.indexOf('.')))
        .anyMatch(type -> type.equals(simple) || PipelineClass.nameOf(type).equals(pipeline));
  }

  /**
   * Whether a source, a resource or the pom was changed or deleted since the last build that passed. The times of classes
   * do not tell: a build that fails leaves resources and some classes behind.
   */
  boolean isStale(FileTime builtAt) {
    return hasSources()
        && (!Files.isDirectory(classes())
            || Stream.concat(Stream.of(pom()), tree(sources()).stream())
                .anyMatch(path -> modified(path).compareTo(builtAt) > 0));
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files and directories: a deletion shows in the time of its directory only. */
  private static List<Path> tree(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + root, e);
    }
  }

  private List<String> moduleNames() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element project = factory.newDocumentBuilder().parse(pom().toFile()).getDocumentElement();
      return children(project, "modules")
          .flatMap(modules -> children(modules, "module"))
          .map(module -> module.getTextContent().strip())
          .toList();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new TreadleException(
          CliProblem.BUILD_FAILED, "Cannot read " + pom() + ": " + e.getMessage(), e);
    }
  }

  private static Stream<Node> children(Node parent, String name) {
    return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNextSibling)
        .filter(node -> name.equals(node.getNodeName()));
  }
}
