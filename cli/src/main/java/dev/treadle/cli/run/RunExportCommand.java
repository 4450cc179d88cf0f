package dev.treadle.cli.run;

import dev.treadle.api.run.PipelineRun;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.output.Json;
import dev.treadle.cli.output.OutputFile;
import dev.treadle.cli.session.Session;
import dev.treadle.cli.store.ProjectStore;
import dev.treadle.cli.terminal.Quantity;
import dev.treadle.cli.terminal.Style;
import dev.treadle.cli.terminal.Text;
import dev.treadle.report.RunReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    header = "Write a run as one file, to keep or to send.",
    description = {
      "The HTML page has graph, timeline, parameters, metrics, steps, artifacts and",
      "lineage, no script and no reference to anything outside: it opens offline.",
      "JSON has the same for programs. FILE appears whole or not at all; - is",
      "standard output."
    },
    footer = {
      "",
      "Examples:",
      "  treadle run export @latest --html run.html",
      "  treadle run export 42 --json - | jq .metrics"
    })
final class RunExportCommand implements Callable<Integer> {
  private static final String STDOUT = "-";

  private final Session session;

  @Mixin
  RunArgument run = new RunArgument();

  @ArgGroup(multiplicity = "1")
  Form form = new Form();

  @Option(names = "--force", description = "replace a file that is there")
  boolean force;

  /** One of the forms. */
  static final class Form {
    @Option(names = "--html", paramLabel = "FILE", description = "a page to read")
    @Nullable
    String html;

    @Option(names = "--json", paramLabel = "FILE", description = "a document for programs")
    @Nullable
    String json;
  }

  RunExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String file = form.html != null ? form.html : Objects.requireNonNull(form.json);
    try (ProjectStore store = session.store()) {
      PipelineRun found = run.in(store);
      if (file.equals(STDOUT)) {
        session.out().sink().print(content(store, found));
      } else {
        Path target = session.directory().resolve(file).normalize();
        OutputFile output = new OutputFile(target, force);
        output.check();
        String content = content(store, found);
        output.write(content);
        print(found, target, content.getBytes(StandardCharsets.UTF_8).length);
      }
    }
    return 0;
  }

  private String content(ProjectStore store, PipelineRun found) {
    return form.html != null
        ? RunReport.html(store.queries(), found)
        : Json.document("RunExport", RunExportFields.of(store, found)) + "\n";
  }

  private void print(PipelineRun found, Path target, long size) {
    session
        .out()
        .document(
            "Export",
            new Fields()
                .with("run", found.number())
                .with("pipeline", found.pipeline())
                .with("path", target.toString())
                .with("files", 1)
                .with("sizeBytes", size)
                .map(),
            target.toString(),
            look -> List.of(look.line(
                Text.of(found.pipeline() + " #" + found.number(), Style.BOLD),
                Text.of(" → " + target + "   " + Quantity.size(size)))));
  }
}
