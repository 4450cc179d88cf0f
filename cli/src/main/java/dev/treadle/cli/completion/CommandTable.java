package dev.treadle.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands as text that a shell can read: a line for each, {@code words|subcommands|options|parameters}. An option that
 * takes a value is followed by {@code =} and its values, divided by commas; {@code %runs} and the like stand for what the
 * shell looks up.
 */
final class CommandTable {
  private CommandTable() {}

  static String of(CommandSpec root) {
    List<String> lines = new ArrayList<>();
    add(root, "", lines);
    return String.join("\n", lines);
  }

  private static void add(CommandSpec command, String words, List<String> lines) {
    lines.add(String.join(
        "|",
        words,
        String.join(" ", command.subcommands().keySet()),
        command.options().stream()
            .filter(option -> !option.hidden())
            .flatMap(option -> names(option, command))
            .collect(Collectors.joining(" ")),
        command.positionalParameters().stream()
            .map(parameter -> values(parameter, "", command))
            .collect(Collectors.joining(" "))));
    command
        .subcommands()
        .forEach((name, sub) -> add(sub.getCommandSpec(), (words + " " + name).strip(), lines));
  }

  private static Stream<String> names(OptionSpec option, CommandSpec command) {
    String value =
        option.arity().max() == 0 ? "" : "=" + values(option, option.longestName(), command);
    return Stream.of(option.names()).map(name -> name + value);
  }

  private static String values(ArgSpec argument, String name, CommandSpec command) {
    @Nullable Iterable<String> candidates = argument.completionCandidates();
    if (candidates != null && candidates.iterator().hasNext()) {
      return StreamSupport.stream(candidates.spliterator(), false)
          .map(candidate -> candidate.toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(","));
    }
    return switch (argument.paramLabel()) {
      case "RUN" -> "%runs";
      case "PIPELINE" -> "%pipelines";
      case "ARTIFACT" -> "%artifacts";
      // Two things of the kind that the command above is about.
      case "BASE", "OTHER", "A", "B" -> "%" + command.parent().name() + "s";
      case "DIR" -> "%folders";
      case "FILE", "FILE|DIR", "CP" -> "%files";
      case "COMMAND|TOPIC" -> "%commands";
      default -> name.equals("--pipeline") ? "%pipelines" : "%nothing";
    };
  }
}
