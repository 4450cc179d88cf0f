package dev.treadle.cli.help;

import dev.treadle.cli.error.CliProblem;
import dev.treadle.cli.error.DidYouMean;
import dev.treadle.cli.output.Fields;
import dev.treadle.cli.session.Session;
import dev.treadle.error.TreadleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "help",
    header = "Explain a command or a topic.",
    footer = {
      "",
      "Examples:",
      "  treadle help run list",
      "  treadle help filters",
      "  treadle help exit-codes"
    })
public final class HelpCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND|TOPIC",
      description = "a command, or references, filters, exit-codes")
  List<String> words = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  public HelpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Optional<HelpTopic> topic = words.size() == 1 ? HelpTopic.of(words.get(0)) : Optional.empty();
    if (topic.isPresent()) {
      print(topic.get().word(), topic.get().text());
      return 0;
    }
    CommandLine command = spec.commandLine().getParent();
    for (String word : words) {
      CommandLine found = command.getSubcommands().get(word);
      if (found == null) {
        throw unknown(word, command);
      }
      command = found;
    }
    String text = command.getUsageMessage().stripTrailing();
    print(String.join(" ", words), words.isEmpty() ? text + "\n\n" + topics() : text);
    return 0;
  }

  private void print(String topic, String text) {
    session
        .out()
        .document(
            "Help",
            new Fields().with("topic", topic).with("text", text).map(),
            topic,
            look -> text.lines().toList());
  }

  private static String topics() {
    StringBuilder text = new StringBuilder("Topics:\n");
    for (HelpTopic topic : HelpTopic.values()) {
      text.append(String.format(Locale.ROOT, "  help %-12s %s%n", topic.word(), topic.header()));
    }
    return text.toString().replace("\r\n", "\n").stripTrailing();
  }

  private static TreadleException unknown(String word, CommandLine command) {
    List<String> known = new ArrayList<>(command.getSubcommands().keySet());
    if (command.getParent() == null) {
      known.addAll(HelpTopic.words());
    }
    return new TreadleException(
        CliProblem.UNKNOWN_TOPIC,
        "There is no command or topic '" + word + "'\nlooked in " + String.join(", ", known)
            + DidYouMean.line(word, known));
  }
}
