package dev.treadle.cli.project;

import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Text;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that say where pipelines are: in the Maven project here, or built already. */
public final class Places {
  @Option(names = "--no-build", description = "take the classes that are there")
  private boolean noBuild;

  @ArgGroup
  private @Nullable Built built;

  /** Where the pipelines are, if not in a Maven project. */
  static final class Built {
    @Option(names = "--jar", paramLabel = "FILE|DIR", description = "a jar, or a directory of jars")
    @Nullable
    Path jar;

    @Option(names = "--classpath", paramLabel = "CP", description = "directories and jars")
    @Nullable
    String classPath;
  }

  /** Whether classes are checked against their sources. */
  public boolean builds() {
    return !noBuild;
  }

  /** Whether they are in a Maven project. */
  public boolean inProject() {
    return built == null;
  }

  /** All pipelines there. */
  public List<LaunchTarget> all(Session session) {
    Path directory = session.directory();
    if (built != null && built.jar != null) {
      return ClassPathDoor.jar(directory.resolve(built.jar), directory);
    }
    if (built != null && built.classPath != null) {
      return ClassPathDoor.classPath(built.classPath, directory);
    }
    return maven(session).all();
  }

  /** One of them, by its name or the full name of its class. */
  public LaunchTarget find(Session session, String pipeline) {
    Path directory = session.directory();
    if (built != null && built.jar != null) {
      return ClassPathDoor.jar(directory.resolve(built.jar), pipeline, directory);
    }
    if (built != null && built.classPath != null) {
      return ClassPathDoor.classPath(built.classPath, pipeline, directory);
    }
    return maven(session).find(pipeline);
  }

  private MavenDoor maven(Session session) {
    return new MavenDoor(
        session.project(),
        session.storeDirectory().resolve("cache"),
        !noBuild,
        session.clock(),
        line -> session.say(Text.neutralised(line)));
  }
}
