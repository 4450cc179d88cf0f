package dev.treadle.cli.curation;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.error.DidYouMean;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.terminal.Page;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.error.TreadleException;
import dev.treadle.metadata.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Changes the tags of one thing and prints those that it has then. */
public final class TagChange {
  private TagChange() {}

  /** Sets tags. */
  public static void set(Session session, ProjectStore store, Target of, List<String> pairs) {
    store.write(new Change.Tags(of.holder(), TagText.parse(pairs), Set.of(), session.act()));
    print(session, store, of);
  }

  /** Removes tags; each must be there. */
  public static void remove(Session session, ProjectStore store, Target of, List<String> keys) {
    Map<String, String> before = of.tags(store.queries());
    for (String key : keys) {
      if (!before.containsKey(key)) {
        throw new TreadleException(
            CliProblem.NOT_THERE,
            of.title() + " has no tag '" + key + "'"
                + (before.isEmpty()
                    ? ""
                    : "\nlooked in " + String.join(", ", new TreeMap<>(before).keySet()))
                + DidYouMean.line(key, before.keySet()));
      }
    }
    store.write(new Change.Tags(of.holder(), Map.of(), Set.copyOf(keys), session.act()));
    print(session, store, of);
  }

  private static void print(Session session, ProjectStore store, Target of) {
    Map<String, String> tags = of.tags(store.queries());
    session
        .out()
        .document(
            "Tags",
            new Fields()
                .with("target", of.reference())
                .with("tags", new TreeMap<>(tags))
                .map(),
            of.reference(),
            look -> new Page(look)
                .text(
                    Text.of(of.title() + "   ", Style.BOLD),
                    Text.of(tags.isEmpty() ? "no tags" : TagText.of(tags)))
                .lines());
  }
}
