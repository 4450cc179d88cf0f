package dev.treadle.cli.init;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a new project is made of.
 *
 * @param basePom the pom of every project, with {@code {{…}}} for what differs
 * @param managed the pom whose managed dependencies give those of the example their versions
 * @param files contents by path inside the example, the example's own pom included
 */
record Template(String name, String basePom, String managed, Map<String, byte[]> files) {
  static final String JAVA = "src/main/java/";
  static final String TESTS = "src/test/java/";
  private static final String POM = "pom.xml";
  private static final Pattern DEPENDENCY =
      Pattern.compile("(?s) *<dependency>.*?</dependency>\\R?");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]*)</artifactId>");

  /** The package that the example's sources are in. */
  String packageName() {
    return "dev.treadle.examples." + name.replace("-", "");
  }

  /** The files without the pom, for a project in another package; what names the example's says the new one. */
  Map<String, byte[]> filesIn(String packageName) {
    return files.entrySet().stream()
        .filter(file -> !file.getKey().equals(POM))
        .collect(Collectors.toMap(
            file -> moved(file.getKey(), packageName),
            file -> moved(
                    // Any bytes pass this unchanged.
                    new String(file.getValue(), StandardCharsets.ISO_8859_1), packageName)
                .getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** A pom that needs no parent. */
  String pom(String group, String artifact) {
    return basePom
        .replace("{{group}}", group)
        .replace("{{name}}", artifact)
        .replace("{{dependencies}}", dependencies());
  }

  /** The example's own dependencies; one without a version is taken as the parent manages it. */
  private String dependencies() {
    String pom = new String(files.getOrDefault(POM, new byte[0]), StandardCharsets.UTF_8);
    return blocks(pom).stream()
        .map(block -> block.contains("<version>") ? block : managed(block))
        .collect(Collectors.joining());
  }

  private String managed(String block) {
    String artifact = artifact(block);
    return blocks(managed).stream()
        .filter(each -> artifact(each).equals(artifact))
        .map(each -> each.replaceAll("(?m)^  ", ""))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(artifact + " of " + name + " has no version"));
  }

  private static List<String> blocks(String pom) {
    return DEPENDENCY.matcher(pom).results().map(found -> found.group()).toList();
  }

  private static String artifact(String block) {
    Matcher artifact = ARTIFACT.matcher(block);
    return artifact.find() ? artifact.group(1) : "";
  }

  private String moved(String text, String packageName) {
    return text.replace(packageName(), packageName)
        .replace(packageName().replace('.', '/'), packageName.replace('.', '/'))
        .replace("./treadle ", "treadle ");
  }
}
