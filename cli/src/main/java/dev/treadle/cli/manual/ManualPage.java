package dev.treadle.cli.manual;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of one command. */
public final class ManualPage {
  private final CommandSpec command;
  private final String version;
  private final StringBuilder text = new StringBuilder();

  private ManualPage(CommandSpec command, String version) {
    this.command = command;
    this.version = version;
  }

  /** The pages of a command and of everything below it. */
  public static Stream<ManualPage> all(CommandSpec command, String version) {
    return Stream.concat(
        Stream.of(new ManualPage(command, version)),
        command.subcommands().values().stream().flatMap(sub -> all(sub.getCommandSpec(), version)));
  }

  /** {@code treadle-run-list.1}. */
  public String file() {
    return name(command) + ".1";
  }

  /** The page as {@code man} reads it. No date: the same sources give the same page. */
  public String text() {
    text.setLength(0);
    line(".TH \"" + name(command).toUpperCase(Locale.ROOT) + "\" \"1\" \"\" \"treadle " + version
        + "\" \"Treadle\"");
    section("NAME");
    line(escaped(name(command)) + " \\- "
        + escaped(String.join(" ", command.usageMessage().header())));
    section("SYNOPSIS");
    line("\\fB" + escaped(command.qualifiedName(" ")) + "\\fR" + synopsis());
    String[] description = command.usageMessage().description();
    if (description.length > 0) {
      section("DESCRIPTION");
      Stream.of(description).forEach(each -> line(escaped(each)));
    }
    if (!command.positionalParameters().isEmpty()) {
      section("PARAMETERS");
      command
          .positionalParameters()
          .forEach(
              parameter -> entry("\\fI" + escaped(parameter.paramLabel()) + "\\fR", parameter));
    }
    section("OPTIONS");
    command.options().stream()
        .filter(option -> !option.hidden())
        .forEach(option -> entry(names(option), option));
    if (!command.subcommands().isEmpty()) {
      section("COMMANDS");
      command.subcommands().forEach((name, sub) -> {
        line(".TP");
        line("\\fB" + escaped(name) + "\\fR");
        line(escaped(String.join(" ", sub.getCommandSpec().usageMessage().header())));
      });
    }
    footer();
    related();
    return text.toString();
  }

  private String synopsis() {
    String parameters = command.positionalParameters().stream()
        .map(parameter -> {
          String label = "\\fI" + escaped(parameter.paramLabel()) + "\\fR"
              + (parameter.arity().max() > 1 ? "..." : "");
          return " " + (parameter.arity().min() == 0 ? "[" + label + "]" : label);
        })
        .collect(Collectors.joining());
    return (command.subcommands().isEmpty() ? "" : " [\\fIcommand\\fR]") + " [\\fIoptions\\fR]"
        + parameters;
  }

  private static String names(OptionSpec option) {
    return Stream.of(option.names())
            .map(name -> "\\fB" + escaped(name) + "\\fR")
            .collect(Collectors.joining(", "))
        + (option.arity().max() == 0 ? "" : "=\\fI" + escaped(option.paramLabel()) + "\\fR");
  }

  private void entry(String head, ArgSpec argument) {
    line(".TP");
    line(head);
    Iterable<String> candidates = argument.completionCandidates();
    String all = candidates == null ? "" : String.join(", ", candidates);
    for (String each : argument.description()) {
      line(escaped(each.replace("${COMPLETION-CANDIDATES}", all)));
    }
  }

  /** Examples are printed as they are. */
  private void footer() {
    String[] footer = command.usageMessage().footer();
    if (footer.length > 0) {
      section("EXAMPLES");
      line(".nf");
      Stream.of(footer)
          .filter(each -> !each.isBlank() && !each.equals("Examples:"))
          .forEach(each -> line(escaped(each)));
      line(".fi");
    }
  }

  private void related() {
    List<CommandSpec> related = Stream.concat(
            Stream.ofNullable(command.parent()),
            command.subcommands().values().stream().map(sub -> sub.getCommandSpec()))
        .toList();
    if (!related.isEmpty()) {
      section("SEE ALSO");
      line(related.stream()
          .map(each -> "\\fB" + escaped(name(each)) + "\\fR(1)")
          .collect(Collectors.joining(", ")));
    }
  }

  private void section(String title) {
    line(".SH \"" + title + "\"");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  /** Text that is no request: a backslash, a hyphen and a dot or quote at the beginning mean themselves. */
  private static String escaped(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
