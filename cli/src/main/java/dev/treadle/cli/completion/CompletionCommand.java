package dev.treadle.cli.completion;

import dev.treadle.cli.output.Fields;
import dev.treadle.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    header = "Print what makes a shell complete commands, runs and artifacts.",
    footer = {
      "",
      "Examples:",
      "  source <(treadle completion bash)",
      "  treadle completion zsh > \"${fpath[1]}/_treadle\"",
      "  treadle completion fish > ~/.config/fish/completions/treadle.fish",
      "  treadle completion powershell | Out-String | Invoke-Expression"
    })
public final class CompletionCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh, fish or powershell")
  @SuppressWarnings("NullAway.Init")
  Shell shell;

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  public CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String script = shell.script(spec.root());
    session
        .out()
        .document(
            "Completion",
            new Fields().with("shell", shell.word()).with("script", script).map(),
            shell.word(),
            look -> script.lines().toList());
    return 0;
  }
}
