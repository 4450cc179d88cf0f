package dev.treadle.cli.doctor;

import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.output.Version;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.terminal.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    header = "Look whether Java, terminal and store are as they should be.",
    description = {
      "Ends with code 1 when something is wrong; warnings are none. With --fix, runs",
      "whose process is gone are ended as interrupted, from where run resume goes on",
      "with them, and what killed processes have left is deleted."
    },
    footer = {
      "",
      "Examples:",
      "  treadle doctor",
      "  treadle doctor --fix",
      "  treadle doctor --bundle bug.zip"
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--fix", description = "mend what can be mended without asking")
  boolean fix;

  @Option(
      names = "--bundle",
      paramLabel = "FILE",
      description = "also write a zip for a report of a bug: no parameters, secrets or data")
  @Nullable
  Path bundle;

  public DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Check> checks = new ArrayList<>(new ProcessChecks(session).all());
    checks.addAll(new StoreChecks(session, fix).all());
    boolean healthy = checks.stream().noneMatch(check -> check.status() == Check.Status.WRONG);
    Map<String, Object> fields = new Fields()
        .with("healthy", healthy)
        .with("checks", checks.stream().map(Check::fields).toList())
        .map();
    if (bundle != null) {
      Path file = session.directory().resolve(bundle);
      new Bundle(Version.current(), Json.document("Doctor", fields)).write(file);
      session.say(Text.neutralised("Wrote " + file + ": no parameters, secrets or data inside"));
    }
    session
        .out()
        .document(
            "Doctor", fields, healthy ? "ok" : "wrong", look -> DoctorPage.lines(look, checks));
    return healthy ? 0 : 1;
  }
}
