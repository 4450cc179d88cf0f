package dev.treadle.cli.artifact;

import dev.treadle.api.run.ArtifactVersion;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.CoreProblem;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Alias;
import dev.treadle.metadata.Change;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "alias",
    header = "Give a version of an artifact an alias.",
    description = {
      "Of an artifact's versions one at a time has it; name@alias then means that version,",
      "here and in steps. No deletion takes a version that has an alias."
    },
    footer = {
      "",
      "Examples:",
      "  treadle artifact alias model@7 champion",
      "  treadle artifact show model@champion"
    })
final class ArtifactAliasCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,99}");

  private final Session session;

  @Mixin
  ArtifactArgument artifact = new ArtifactArgument();

  @Parameters(index = "1", paramLabel = "ALIAS")
  String alias = "";

  ArtifactAliasCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!NAME.matcher(alias).matches() || alias.equals("latest")) {
      throw new TreadleException(
          CoreProblem.ART_ALIAS,
          "'" + alias + "' cannot be an alias"
              + "\nfix: a letter first, then letters, digits, . _ or -; not latest");
    }
    try (ProjectStore store = session.store()) {
      ArtifactVersion version = artifact.in(store);
      Optional<Alias> before = store.queries().aliases(version.artifact()).stream()
          .filter(each -> each.name().equals(alias))
          .findFirst();
      store.write(new Change.GiveAlias(version.id(), alias, session.act()));
      Long previous = before
          .map(each -> each.version().number())
          .filter(number -> number != version.number())
          .orElse(null);
      print(session, version.artifact(), alias, version.number(), previous);
    }
    return 0;
  }

  /** Prints which version has an alias now, and which had it. */
  static void print(
      Session session,
      String artifact,
      String alias,
      @Nullable Long number,
      @Nullable Long previous) {
    String before = previous == null ? "" : "   before: " + artifact + "@" + previous;
    session
        .out()
        .document(
            "Alias",
            new Fields()
                .with("artifact", artifact)
                .with("alias", alias)
                .with("version", number)
                .with("previousVersion", previous)
                .map(),
            artifact + "@" + alias,
            look -> List.of(look.line(
                Text.of(artifact + "@" + alias, Style.BOLD),
                Text.of((number == null ? " is no version" : " is " + artifact + "@" + number)
                    + before))));
  }
}
