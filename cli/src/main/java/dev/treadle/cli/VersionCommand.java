package dev.treadle.cli;

import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Version;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Look;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "version", header = "Print the version of Treadle and of Java.")
final class VersionCommand implements Callable<Integer> {
  private final Session session;

  VersionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String version = Version.current();
    String java = System.getProperty("java.version", "");
    Map<String, Object> fields = new Fields()
        .with("version", version)
        .with("javaVersion", java)
        .with("javaVendor", System.getProperty("java.vendor", ""))
        .with("os", System.getProperty("os.name", ""))
        .map();
    session
        .out()
        .document(
            "Version",
            fields,
            version,
            (Look look) -> List.of("treadle " + version + "   Java " + java));
    return 0;
  }
}
